package org.stridescope.lab.ladder;

import java.math.BigDecimal;
import java.math.MathContext;

import org.stridescope.array.DType;

/**
 * Two points that lie close together and far from the origin, and three ways to their squared distance: the differences, as a
 * loop takes them; the trick x.x + y.y - 2 x.y; and the trick after the origin was moved to the middle of the points. Every way
 * is computed as the dtype computes it. The truth is exact arithmetic on the numbers that are stored, so that the rounding of
 * storing them is no part of any error.
 *
 * @param offset of the points from the origin, in every feature
 * @param apart how far apart the points are in every feature
 */
public record CloseTwins(double offset, double apart, DType dtype) {
    /** Features of a point. */
    public static final int FEATURES = 3;
    private static final MathContext DIGITS = new MathContext(40);

    /**
     * One way and what it gives.
     *
     * @param value as computed
     * @param error relative to the truth
     * @param digits significant decimal digits that are right, from 0
     */
    public record Way(String name, double value, double error, double digits) {}

    public double[] x() {
        return stored(0);
    }

    public double[] y() {
        return stored(apart);
    }

    /** A little different in every feature, since points on a grid would be spared by luck. */
    private double[] stored(double shift) {
        double[] point = new double[FEATURES];
        for (int l = 0; l < FEATURES; l++)
            point[l] = round(offset + 0.1 * (l + 1) + shift);
        return point;
    }

    /** The squared distance of the stored points, exact. */
    public BigDecimal truth() {
        BigDecimal sum = BigDecimal.ZERO;
        for (int l = 0; l < FEATURES; l++) {
            BigDecimal difference = new BigDecimal(x()[l]).subtract(new BigDecimal(y()[l]));
            sum = sum.add(difference.multiply(difference));
        }
        return sum;
    }

    /** By differences, as a loop does. */
    public Way differences() {
        double sum = 0;
        for (int l = 0; l < FEATURES; l++) {
            double difference = round(x()[l] - y()[l]);
            sum = round(sum + round(difference * difference));
        }
        return way("differences (loops, c)", sum);
    }

    /** By x.x + y.y - 2 x.y. */
    public Way trick() {
        return way("trick", trick(x(), y()));
    }

    /** The same after the middle of the points was taken from both. */
    public Way centred() {
        double[] x = x();
        double[] y = y();
        for (int l = 0; l < FEATURES; l++) {
            double middle = round(round(x[l] + y[l]) / 2);
            x[l] = round(x[l] - middle);
            y[l] = round(y[l] - middle);
        }
        return way("centred trick", trick(x, y));
    }

    private double trick(double[] x, double[] y) {
        return round(round(dot(x, x) + dot(y, y)) - round(2 * dot(x, y)));
    }

    /** x.x, which the trick subtracts nearly all of. */
    public double square() {
        return dot(x(), x());
    }

    /** The distance between neighbouring numbers of the dtype where x.x lies: no result of the trick is finer. */
    public double grain() {
        return dtype == DType.FLOAT32 ? Math.ulp((float) square()) : Math.ulp(square());
    }

    private double dot(double[] a, double[] b) {
        double sum = 0;
        for (int l = 0; l < FEATURES; l++)
            sum = round(sum + round(a[l] * b[l]));
        return sum;
    }

    private double round(double value) {
        return dtype == DType.FLOAT32 ? (float) value : value;
    }

    private Way way(String name, double value) {
        BigDecimal truth = truth();
        BigDecimal difference = new BigDecimal(value).subtract(truth).abs();
        if (difference.signum() == 0)
            return new Way(name, value, 0, most());
        if (truth.signum() == 0)
            return new Way(name, value, Double.POSITIVE_INFINITY, 0);
        double error = difference.divide(truth, DIGITS).doubleValue();
        return new Way(name, value, error, Math.clamp(-Math.log10(error), 0, most()));
    }

    /** Decimal digits that the dtype holds. */
    public double most() {
        return (dtype == DType.FLOAT32 ? 24 : 53) * Math.log10(2);
    }
}
