package org.stridescope.kernel.exercise;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.kernel.KernelError;

/**
 * What the trick costs in digits. Two points lie {@code gap} apart, in every feature alike, and both are moved away from the
 * origin. x.x + y.y - 2 x.y then is the small difference of large numbers: each is right to 16 digits, and the leading ones
 * cancel. With the error of one rounding u = 2^-53 (2^-24 in single precision) the relative error is about
 * u (offset / gap)^2, and from offset / gap = 1 / sqrt(u) on nothing is left. Subtracting the mean of all points first
 * (centring) changes no distance and makes the numbers small again.
 */
public final class TrickAccuracy {
    private TrickAccuracy() {}

    /**
     * The squared distance of the two points, computed four ways.
     *
     * @param exact of the points as they are stored
     * @param direct sum (x - y)^2
     * @param trick x.x + y.y - 2 x.y, not clamped: it may come out negative
     * @param centred the trick after the points' mean is subtracted
     */
    public record AccuracyPoint(double offset, double exact, double direct, double trick, double centred) {
        public double directError() {
            return Math.abs(direct - exact) / exact;
        }

        public double trickError() {
            return Math.abs(trick - exact) / exact;
        }

        public double centredError() {
            return Math.abs(centred - exact) / exact;
        }
    }

    /**
     * @param features of both points, 1 to 1000
     * @param single all arithmetic in float32
     * @param offsets distances from the origin, feature by feature
     */
    public static List<AccuracyPoint> sweep(int features, double gap, boolean single, double... offsets) {
        if (features < 1 || features > 1000 || !(gap > 0) || !Double.isFinite(gap))
            throw new KernelError("features must be 1 to 1000 and the gap positive, not " + features + " and " + gap);
        List<AccuracyPoint> points = new ArrayList<>();
        for (double offset : offsets)
            points.add(single ? inSingle(features, gap, offset) : inDouble(features, gap, offset));
        return List.copyOf(points);
    }

    /** Feature l of the first point: no two alike, so that rounding is not the same everywhere. */
    private static double first(double offset, int l) {
        return offset + l / 7.0;
    }

    private static AccuracyPoint inDouble(int features, double gap, double offset) {
        double direct = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        double cxx = 0;
        double cyy = 0;
        double cxy = 0;
        double exact = 0;
        for (int l = 0; l < features; l++) {
            double x = first(offset, l);
            double y = x + gap;
            double d = x - y; // exact: the two are within a factor of two, or small beside the gap
            exact += d * d;
            direct += d * d;
            xx += x * x;
            yy += y * y;
            xy += x * y;
            double mean = (x + y) / 2;
            cxx += (x - mean) * (x - mean);
            cyy += (y - mean) * (y - mean);
            cxy += (x - mean) * (y - mean);
        }
        return new AccuracyPoint(offset, exact, direct, xx + yy - 2 * xy, cxx + cyy - 2 * cxy);
    }

    private static AccuracyPoint inSingle(int features, double gap, double offset) {
        float direct = 0;
        float xx = 0;
        float yy = 0;
        float xy = 0;
        float cxx = 0;
        float cyy = 0;
        float cxy = 0;
        double exact = 0;
        for (int l = 0; l < features; l++) {
            float x = (float) first(offset, l);
            float y = (float) (x + gap);
            exact += ((double) x - y) * ((double) x - y);
            direct += (x - y) * (x - y);
            xx += x * x;
            yy += y * y;
            xy += x * y;
            float mean = (x + y) / 2;
            cxx += (x - mean) * (x - mean);
            cyy += (y - mean) * (y - mean);
            cxy += (x - mean) * (y - mean);
        }
        return new AccuracyPoint(offset, exact, direct, xx + yy - 2 * xy, cxx + cyy - 2 * cxy);
    }
}
