package org.stridescope.app.tour;

/**
 * A screen of the tour.
 *
 * @param file the picture's name in the tour's folder
 * @param failure why there is no picture; empty where there is one
 */
public record TourStop(String lab, String screen, String file, String failure) {
    public boolean failed() {
        return !failure.isEmpty();
    }
}
