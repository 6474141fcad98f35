package org.stridescope.ui.view.ladder;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.stridescope.ui.model.ladder.RooflineModel.Point;

import static org.assertj.core.api.Assertions.assertThat;

class RooflineLabelsTest {
    private static Point point(String variant, double intensity, double flops) {
        return new Point(variant, intensity, flops, "");
    }

    @Test
    void pointsThatNearlyCoincideShareALabelTheFastestFirst() {
        List<Point> points = List.of(point("loops", 1, 1e9), point("graph", 10, 2.0e10), point("vector", 1, 1e10),
                point("c", 10, 2.05e10));
        assertThat(RooflineLabels.of(points, 3, 4)).containsExactly("loops", "", "vector", "c \u00b7 graph");
    }

    @Test
    void aChainOfNearPointsIsOneGroup() {
        List<Point> points = List.of(point("a", 1, 1e9), point("b", 1, 1.8e9), point("c", 1, 1.34e9));
        assertThat(RooflineLabels.of(points, 3, 4)).containsExactly("", "b \u00b7 c \u00b7 a", "");
    }
}
