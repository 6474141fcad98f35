package org.stridescope.lab.graph;

import java.util.List;
import java.util.Objects;
import java.util.Random;

import org.jspecify.annotations.Nullable;

/** A double loop in plain Java: distances of all points to each other, added up. */
final class LoopWork {
    private final double[][] points;
    private double total;

    private LoopWork(double[][] points) {
        this.points = points;
    }

    /** By (rows, features, chunk): the chunk is the seed of the points. */
    static LoopWork of(List<@Nullable Object> arguments) {
        int rows = number(arguments, 0);
        int features = number(arguments, 1);
        Random random = new Random(number(arguments, 2));
        double[][] points = new double[rows][];
        for (int i = 0; i < rows; i++)
            points[i] = random.doubles(features).toArray();
        return new LoopWork(points);
    }

    private static int number(List<@Nullable Object> arguments, int at) {
        return ((Number) Objects.requireNonNull(arguments.get(at))).intValue();
    }

    int rows() {
        return points.length;
    }

    void row(int i) {
        double[] one = points[i];
        for (double[] other : points) {
            double distance = 0;
            for (int l = 0; l < one.length; l++)
                distance += Math.abs(one[l] - other[l]);
            total += distance;
        }
    }

    double total() {
        return total;
    }
}
