package org.stridescope.ui.control;

import org.junit.jupiter.api.Test;

import org.stridescope.trace.Recording;
import org.stridescope.trace.RunTrace;
import org.stridescope.ui.model.ColourScale;
import org.stridescope.ui.model.RecordedRace;
import org.stridescope.ui.model.ValueRange;

import static org.assertj.core.api.Assertions.assertThat;

class TilePainterTest {
    private static final int SIDE = 80;
    private final Palette palette = Palette.load(true);
    private final Recording recording = RecordedRace.loopsAndC();
    private final RunTrace run = recording.runs().getFirst();
    private final ValueRange range = ValueRange.of(recording);

    private int[] afresh(int done) {
        int[] pixels = new int[SIDE * SIDE];
        new TilePainter().paint(pixels, SIDE, SIDE, run, done, range, palette);
        return pixels;
    }

    @Test
    void goingOnAndGoingBackGiveThePictureOfThatMoment() {
        TilePainter painter = new TilePainter();
        int[] pixels = new int[SIDE * SIDE];
        for (int done : new int[]{0, 1, 2, 9, 16, 3, 0, 16}) {
            painter.paint(pixels, SIDE, SIDE, run, done, range, palette);
            assertThat(pixels).as("%d tiles", done).isEqualTo(afresh(done));
        }
    }

    @Test
    void theSameMomentIsNotPaintedAgain() {
        TilePainter painter = new TilePainter();
        int[] pixels = new int[SIDE * SIDE];
        assertThat(painter.paint(pixels, SIDE, SIDE, run, 5, range, palette).isEmpty()).isFalse();
        assertThat(painter.paint(pixels, SIDE, SIDE, run, 5, range, palette).isEmpty()).isTrue();
        assertThat(painter.paint(pixels, SIDE, SIDE, run, 5, new ValueRange(0, 1), palette).isEmpty()).isFalse();
    }

    @Test
    void aTileLiesWhereItsItemsLie() {
        int[] pixels = afresh(2);
        // tile 1 is rows 0..25, columns 25..50 of 100: pixels 20..40 of 80; its first value is |0 - 25|
        assertThat(pixels[20]).isEqualTo(ColourScale.argb(25, range.low(), range.high()));
        assertThat(pixels[0]).isEqualTo(ColourScale.argb(0, range.low(), range.high()));
        assertThat(pixels[45]).isEqualTo(0xff1c232d);
    }

    @Test
    void nothingRunYetIsAnEmptyPanel() {
        int[] pixels = new int[SIDE * SIDE];
        new TilePainter().paint(pixels, SIDE, SIDE, null, 0, ValueRange.NONE, palette);
        assertThat(pixels).containsOnly(0xff1c232d);
    }

    @Test
    void bothThemesHaveEveryColour() {
        for (boolean dark : new boolean[]{true, false}) {
            Palette theme = Palette.load(dark);
            assertThat(theme.isDark()).isEqualTo(dark);
            assertThat(theme.hue("loops")).isNotEqualTo(theme.hue("c"));
            assertThat(theme.danger()).isNotEqualTo(theme.text());
        }
        assertThat(Palette.hueName("vector")).isEqualTo("-st-hue-0");
    }
}
