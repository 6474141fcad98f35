package org.stridescope.ui.model.timeline;

import java.util.Arrays;

/** A signal as columns of pixels: mean, least and most within each; not a number where there is nothing. */
public final class Columns {
    private final int count;
    private final float[] mean;
    private final float[] least;
    private final float[] most;
    /** Columns' worth of time that has come to each; 1 when a column is covered. */
    private final float[] covered;

    public Columns(int count) {
        this.count = count;
        mean = new float[count];
        least = new float[count];
        most = new float[count];
        covered = new float[count];
    }

    public int count() {
        return count;
    }

    public float mean(int column) {
        return mean[column];
    }

    public float least(int column) {
        return least[column];
    }

    public float most(int column) {
        return most[column];
    }

    public boolean isEmpty(int column) {
        return Float.isNaN(mean[column]);
    }

    void clear() {
        Arrays.fill(mean, 0);
        Arrays.fill(least, Float.POSITIVE_INFINITY);
        Arrays.fill(most, Float.NEGATIVE_INFINITY);
        Arrays.fill(covered, 0);
    }

    /** A part of the signal from {@code left} to {@code right}, in columns. */
    void add(double left, double right, float partMean, float partLeast, float partMost) {
        int only = (int) left;
        if (left >= 0 && right <= only + 1 && only < count) { // as nearly all
            add(only, (float) (right - left), partMean, partLeast, partMost);
            return;
        }
        int last = Math.min(count - 1, (int) right);
        for (int column = Math.max(0, (int) left); column <= last; column++) {
            float share = (float) (Math.min(right, column + 1) - Math.max(left, column));
            add(column, share, partMean, partLeast, partMost);
        }
    }

    private void add(int column, float share, float partMean, float partLeast, float partMost) {
        if (share <= 0)
            return;
        mean[column] += partMean * share;
        covered[column] += share;
        if (partLeast < least[column])
            least[column] = partLeast;
        if (partMost > most[column])
            most[column] = partMost;
    }

    /** Turns sums into means; where less than a thousandth of a column is covered there is nothing. */
    void finish() {
        for (int column = 0; column < count; column++) {
            if (covered[column] < 1e-3f) {
                mean[column] = Float.NaN;
                least[column] = Float.NaN;
                most[column] = Float.NaN;
            } else {
                mean[column] /= covered[column];
            }
        }
    }

    /** Adds another signal's means where it has some, and counts it there. */
    void addAll(Columns other, int[] there) {
        for (int column = 0; column < count; column++) {
            if (other.isEmpty(column))
                continue;
            mean[column] += other.mean[column];
            there[column]++;
        }
    }

    void divide(int[] by) {
        for (int column = 0; column < count; column++)
            mean[column] /= Math.max(1, by[column]);
    }
}
