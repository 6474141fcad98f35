package org.stridescope.ui.model;

import java.util.List;

/** The speeds of a replay, from a thousandth to four times. */
public final class Speeds {
    public static final List<Double> ALL = List.of(1.0 / 1000, 1.0 / 500, 1.0 / 200, 1.0 / 100, 1.0 / 50, 1.0 / 20,
            1.0 / 10,
            1.0 / 4, 1.0 / 2, 1.0, 2.0, 4.0);
    /** Those of the keys 1 to 4. */
    public static final List<Double> KEYS = List.of(1.0 / 100, 1.0 / 20, 1.0 / 4, 1.0);
    private static final double WATCHED = 10;

    private Speeds() {}

    /** The speed at which so long a recording takes about ten seconds to watch. */
    public static double fitting(long nanos) {
        double wanted = nanos / 1e9 / WATCHED;
        return ALL.stream().filter(speed -> speed >= wanted).findFirst().orElse(ALL.getLast());
    }

    /** 1/20, 1, 4. */
    public static String text(double speed) {
        return speed < 1 ? "1/" + Math.round(1 / speed) : Long.toString(Math.round(speed));
    }
}
