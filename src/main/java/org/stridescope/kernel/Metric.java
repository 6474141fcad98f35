package org.stridescope.kernel;

import java.util.Locale;

/** A distance between two points x and y of k features, named as {@code scipy.spatial.distance.cdist} names them. */
public enum Metric {
    /** sum |x_i - y_i| */
    CITYBLOCK,
    /** sum (x_i - y_i)^2 */
    SQEUCLIDEAN,
    /** sqrt of sqeuclidean */
    EUCLIDEAN,
    /** max |x_i - y_i| */
    CHEBYSHEV;

    /** The name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
