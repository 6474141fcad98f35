package org.stridescope.lab.weather;

import java.util.Locale;

import org.stridescope.array.ArrayError;
import org.stridescope.array.NDArray;

/**
 * A field on the globe as a picture with a scale, north up: each pixel the mean of the items under it.
 *
 * @param title  what it shows, with its unit
 * @param width  of the map in pixels, without its frame
 * @param pixels row by row
 * @param low    the value of the coldest colour
 * @param high   that of the warmest
 */
public record WeatherMap(String title, int width, int height, int[] pixels, double low, double high) {
    private static final int WIDEST = 1440;

    /** Colours from the least value to the greatest. */
    public static WeatherMap of(NDArray field, String title) {
        return of(field, title, false);
    }

    /** White is 0, blue below and red above, as far as the value that is farthest from it. */
    public static WeatherMap ofDifference(NDArray field, String title) {
        return of(field, title, true);
    }

    private static WeatherMap of(NDArray field, String title, boolean around) {
        if (field.ndim() != 2 || field.size() == 0)
            throw new ArrayError("a map needs two axes with items, not " + field);
        int step = (int) Math.max(1, Math.ceilDiv(field.shape(1), WIDEST));
        int width = Math.toIntExact(Math.ceilDiv(field.shape(1), step));
        int height = Math.toIntExact(Math.ceilDiv(field.shape(0), step));
        double[] means = new double[width * height];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < means.length; i++) {
            means[i] = mean(field, (long) (i / width) * step, (long) (i % width) * step, step);
            if (!Double.isNaN(means[i])) {
                low = Math.min(low, means[i]);
                high = Math.max(high, means[i]);
            }
        }
        if (around) {
            high = Math.max(Math.abs(low), Math.abs(high));
            low = -high;
        }
        int[] pixels = new int[means.length];
        for (int i = 0; i < means.length; i++)
            pixels[i] = MapColours.argb(high > low ? (means[i] - low) / (high - low) : 0.5);
        return new WeatherMap(title, width, height, pixels, low, high);
    }

    private static double mean(NDArray field, long row, long column, int step) {
        double total = 0;
        int count = 0;
        for (long i = row; i < Math.min(field.shape(0), row + step); i++) {
            for (long j = column; j < Math.min(field.shape(1), column + step); j++) {
                total += field.getDouble(i, j);
                count++;
            }
        }
        return total / count;
    }

    /** Values for the ticks of the scale, from low to high. */
    public double[] ticks() {
        double[] ticks = new double[5];
        for (int i = 0; i < ticks.length; i++)
            ticks[i] = low + i * (high - low) / (ticks.length - 1);
        return ticks;
    }

    /** As the scale writes it. */
    public String label(double tick) {
        return String.format(Locale.ROOT, high - low < 10 ? "%.1f" : "%.0f", tick + 0.0);
    }
}
