package org.stridescope.ui.view.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.stridescope.ui.model.ladder.RooflineModel.Point;

/** What stands beside each point of the roofline: points that nearly coincide share one label, so that none covers another. */
final class RooflineLabels {
    /** Parts of an axis within which two points count as one: their dots touch, or their names would. */
    private static final double NEAR_X = 0.05;
    private static final double NEAR_Y = 0.045;

    private RooflineLabels() {}

    /**
     * A label a point, the highest of a group first in its words; empty where another point of the group bears it.
     *
     * @param decadesAcross how many powers of ten the axis shows, and {@code decadesUp} the other
     */
    static List<String> of(List<Point> points, double decadesAcross, double decadesUp) {
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            List<Integer> mine = new ArrayList<>(List.of(i));
            for (List<Integer> group : List.copyOf(groups)) {
                Point point = points.get(i);
                if (group.stream().anyMatch(j -> near(point, points.get(j), decadesAcross, decadesUp))) {
                    mine.addAll(0, group);
                    groups.remove(group);
                }
            }
            groups.add(mine);
        }
        List<String> labels = new ArrayList<>(java.util.Collections.nCopies(points.size(), ""));
        for (List<Integer> group : groups) {
            List<Point> shown = group.stream().map(points::get)
                    .sorted(java.util.Comparator.comparingDouble(Point::flops).reversed()).toList();
            labels.set(points.indexOf(shown.getFirst()),
                    shown.stream().map(Point::variant).collect(Collectors.joining(" \u00b7 ")));
        }
        return labels;
    }

    private static boolean near(Point a, Point b, double decadesAcross, double decadesUp) {
        return Math.abs(Math.log10(a.intensity() / b.intensity())) < NEAR_X * decadesAcross
                && Math.abs(Math.log10(a.flops() / b.flops())) < NEAR_Y * decadesUp;
    }
}
