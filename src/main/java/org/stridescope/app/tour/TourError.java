package org.stridescope.app.tour;

/** Why a screen could not be shown. */
final class TourError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TourError(String message) {
        super(message);
    }

    TourError(String message, Throwable cause) {
        super(message, cause);
    }
}
