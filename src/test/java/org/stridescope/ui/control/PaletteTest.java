package org.stridescope.ui.control;

import javafx.scene.paint.Color;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;
import org.stridescope.ui.model.Hues;

import static org.assertj.core.api.Assertions.assertThat;

class PaletteTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void scenesHaveTheColoursOfTheWindow(boolean dark) {
        Palette palette = Palette.load(dark);
        assertThat(palette.of(Ink.of(Role.BACKGROUND))).isEqualTo(palette.background());
        assertThat(palette.of(Ink.of(Role.MUTED))).isEqualTo(palette.muted());
        assertThat(palette.of(Ink.of(Role.DANGER))).isEqualTo(palette.danger());
        for (int i = 0; i < Hues.COUNT; i++)
            assertThat(palette.of(Ink.of(Role.hue(i)))).isEqualTo(palette.hue(i));
        Color mixed = palette.raised().interpolate(palette.hue(3), 0.4);
        Color ink = palette.of(Ink.mixed(Role.RAISED, Role.HUE_3, 0.4));
        assertThat(Math.abs(mixed.getRed() - ink.getRed()) + Math.abs(mixed.getBlue() - ink.getBlue()))
                .isLessThan(0.01);
    }
}
