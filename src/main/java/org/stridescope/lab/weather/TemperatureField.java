package org.stridescope.lab.weather;

import org.stridescope.array.NDArray;

/**
 * Air temperature near the ground in kelvin, made up but plausible: warm at the equator, cold at the poles, colder over what
 * looks like land in the winter of the north, and waves that travel from day to day. The same seed gives the same days at any
 * resolution. Not a model of anything.
 */
final class TemperatureField {
    private static final double EQUATOR = 303;
    private static final double DROP = 58;
    /** The warmest latitude in January, in degrees. */
    private static final double SUN = -12;

    private final long seed;
    private final long rows;
    private final long columns;

    TemperatureField(long seed, long rows, long columns) {
        this.seed = seed;
        this.rows = rows;
        this.columns = columns;
    }

    /** What does not change from day to day, for rows from {@code first} on. */
    void ground(NDArray band, long first) {
        for (int i = 0; i < band.shape(0); i++) {
            double latitude = latitude(first + i);
            double lift = Math.abs(Math.sin(Math.toRadians((latitude - SUN) * 0.93)));
            double base = EQUATOR - DROP * lift * lift;
            for (int j = 0; j < columns; j++) {
                double land = land(first + i, j);
                double winter = latitude > 0 ? -14 * latitude / 90 : 7 * latitude / 90;
                band.setDouble(base + land * winter + 3 * noise(1, 24, first + i, j), i, j);
            }
        }
    }

    /** One day: the ground, the wave that goes round the globe, and the weather of the day. */
    void day(NDArray ground, NDArray band, long first, int day) {
        double[] phase = new double[(int) columns];
        for (int j = 0; j < columns; j++)
            phase[j] = Math.sin(2 * Math.PI * (5.0 * j / columns - 0.13 * day));
        double[] weather = new double[(int) columns];
        for (int i = 0; i < band.shape(0); i++) {
            double belt = Math.cos(Math.toRadians(Math.abs(latitude(first + i)) - 50));
            line(weather, 100 + day, 18, first + i);
            for (int j = 0; j < columns; j++)
                band.setDouble(ground.getDouble(i, j) + belt * (4 * phase[j] + 3.5 * weather[j]), i, j);
        }
    }

    /** 90 in the first row, -90 in the last. */
    private double latitude(long row) {
        return rows == 1 ? 0 : 90 - 180.0 * row / (rows - 1);
    }

    /** 0 over sea, 1 over land, steep between. */
    private double land(long row, int column) {
        double height = noise(2, 7, row, column) + 0.5 * noise(3, 17, row, column) + 0.25 * noise(4, 41, row, column);
        double shore = Math.max(0, Math.min(1, 2.5 * (height - 0.05) + 0.5));
        return shore * shore * (3 - 2 * shore);
    }

    private void line(double[] to, int layer, int cells, long row) {
        for (int j = 0; j < to.length; j++)
            to[j] = noise(layer, cells, row, j);
    }

    /** Smooth noise in -1..1 with this many hills from pole to pole, and twice as many round the globe. */
    private double noise(int layer, int cells, long row, int column) {
        double y = (double) row / Math.max(1, rows) * cells;
        double x = (double) column / columns * 2 * cells;
        long y0 = (long) y;
        long x0 = (long) x;
        double dy = smooth(y - y0);
        double dx = smooth(x - x0);
        long x1 = (x0 + 1) % (2L * cells);
        double north = corner(layer, y0, x0) * (1 - dx) + corner(layer, y0, x1) * dx;
        double south = corner(layer, y0 + 1, x0) * (1 - dx) + corner(layer, y0 + 1, x1) * dx;
        return north * (1 - dy) + south * dy;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    /** A number in -1..1 that belongs to this place of the grid. */
    private double corner(int layer, long y, long x) {
        long bits = seed * 0x9e3779b97f4a7c15L + layer * 0xbf58476d1ce4e5b9L + y * 0x94d049bb133111ebL
                + x * 0xd6e8feb86659fd93L;
        bits ^= bits >>> 32;
        bits *= 0xd6e8feb86659fd93L;
        bits ^= bits >>> 29;
        bits *= 0x9fb21c651e98df25L;
        bits ^= bits >>> 32;
        return (bits >> 11) * 0x1p-52;
    }
}
