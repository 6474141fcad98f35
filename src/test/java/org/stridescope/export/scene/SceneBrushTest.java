package org.stridescope.export.scene;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SceneBrushTest {
    private static final Ink INK = Ink.of(Role.HUE_0);
    private final SceneBrush brush = new SceneBrush((text, _, size) -> size * text.length(), 1);

    private List<Shape> shapes() {
        return brush.scene("s", 100, 100).shapes();
    }

    @Test
    void whatLiesOutsideIsCutOrLeftOut() {
        brush.between(10, 50);
        brush.rect(0, 0, 5, 20, INK);
        brush.rect(0, 60, 5, 20, INK);
        brush.bars(0, 60, 1, new float[]{0, 0}, new float[]{20, 5}, INK);
        brush.text("above", 0, 5, 99, Face.WORDS, 10, INK, Shape.Anchor.START);
        assertThat(shapes()).containsExactly(new Shape.Box(0, 10, 5, 10, INK, ""),
                new Shape.Bars(0, 60, 1, new float[]{10, 10}, new float[]{20, 5}, new Ink[]{INK}));
    }

    @Test
    void theCallerMayUseItsHeightsAgain() {
        float[] to = {3};
        brush.bars(0, 60, 1, new float[1], to, INK);
        to[0] = 9;
        assertThat(((Shape.Bars) shapes().getFirst()).to()).containsExactly(3);
    }

    @Test
    void textIsCutWithDotsAndNotShownWhereThreeLettersDoNotFit() {
        brush.text("abcdefgh", 0, 5, 50, Face.WORDS, 10, INK, Shape.Anchor.START);
        brush.text("abcdefgh", 0, 5, 30, Face.WORDS, 10, INK, Shape.Anchor.START);
        assertThat(shapes()).singleElement().isInstanceOfSatisfying(Shape.Label.class,
                label -> assertThat(label.text()).isEqualTo("abcd\u2026"));
    }

    @Test
    void barsOfOneColourSideBySideAreOnePolygon() {
        Ink other = Ink.of(Role.HUE_1);
        var bars = new Shape.Bars(0, 10, 2, new float[5], new float[]{4, 4, 6, 0, 2},
                new Ink[]{INK, INK, INK, INK, other});
        assertThat(bars.areas()).containsExactly(
                new Shape.Area(new double[]{0, 4, 4, 6, 6, 0}, new double[]{6, 6, 4, 4, 10, 10}, INK),
                new Shape.Area(new double[]{8, 10, 10, 8}, new double[]{8, 8, 10, 10}, other));
    }
}
