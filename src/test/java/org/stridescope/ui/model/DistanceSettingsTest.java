package org.stridescope.ui.model;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.stridescope.kernel.Availability;
import org.stridescope.kernel.Metric;
import org.stridescope.lab.LabError.Field;

import static org.assertj.core.api.Assertions.assertThat;

class DistanceSettingsTest {
    private final FakeKernel loops = FakeKernel.of("loops");
    private final FakeKernel trick = new FakeKernel("trick", "Java", EnumSet.of(Metric.SQEUCLIDEAN),
            Availability.AVAILABLE);
    private final FakeKernel c = new FakeKernel("c", "C", EnumSet.allOf(Metric.class),
            new Availability.Missing("no compiler was found", "apt install gcc"));
    private final DistanceSettings settings = new DistanceSettings(List.of(loops, trick, c), 2);

    @Test
    void whatIsMissingAndWhatDoesNotFitCannotTakePartAndSayWhy() {
        assertThat(settings.whyNot(loops)).isEmpty();
        assertThat(settings.whyNot(trick)).isEqualTo("trick has no cityblock");
        assertThat(settings.whyNot(c)).isEqualTo("no compiler was found: apt install gcc");
        assertThat(settings.chosen()).containsExactly("loops");
        settings.metric().set(Metric.SQEUCLIDEAN);
        assertThat(settings.chosen()).containsExactly("loops", "trick");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-3", "abc", "1.5", "99999999999999999999", "1e6"})
    void aWrongFigureIsASentenceAndNoExperiment(String typed) {
        settings.figure(Field.N).set(typed);
        assertThat(settings.faults()).containsOnlyKeys(Field.N);
        assertThat(settings.faults().get(Field.N)).endsWith(".").contains("2000");
        assertThat(settings.experiment()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12000", "12 000", "12\u2009000", " 12_000 "})
    void thousandsMayBeSetApart(String typed) {
        settings.figure(Field.N).set(typed);
        assertThat(settings.experiment().orElseThrow().n()).isEqualTo(12000);
    }

    @Test
    void aFileDecidesTheLengths() {
        settings.figure(Field.N).set("nonsense");
        settings.points().set(Path.of("points.npy"));
        assertThat(settings.faults()).isEmpty();
        assertThat(settings.experiment().orElseThrow().points()).isEqualTo(Path.of("points.npy"));
    }

    @Test
    void noVariantIsAFaultOfTheVariants() {
        settings.ticked(loops).set(false);
        assertThat(settings.faults()).containsOnlyKeys(Field.VARIANTS);
    }

    @Test
    void aNegativeSeedIsFine() {
        settings.figure(Field.SEED).set("-7");
        assertThat(settings.experiment().orElseThrow().seed()).isEqualTo(-7);
    }

    @Test
    void theCheckSaysWhatARunTakesAndDropsAnswersThatAreLate() {
        ArrayDeque<Runnable> background = new ArrayDeque<>();
        SettingsCheck check = new SettingsCheck(settings, new FakeRunner(), background::add, Runnable::run);
        settings.figure(Field.N).set("12000");
        settings.figure(Field.M).set("12000");
        assertThat(check.ready().get()).isFalse();
        background.removeLast().run();
        assertThat(check.summary().get()).isEqualTo("result 1.07 GiB \u00b7 7.20 G pair-features");
        background.removeLast().run();
        assertThat(check.summary().get()).startsWith("result 1.07 GiB");
        assertThat(check.ready().get()).isTrue();
    }

    @Test
    void whatWouldNotFitIsRefusedWithTheBytes() {
        SettingsCheck check = new SettingsCheck(settings, new FakeRunner(), Runnable::run, Runnable::run);
        settings.figure(Field.N).set("1000000");
        assertThat(check.faults().get().get(Field.MEMORY)).contains("7.28 TiB").contains("8.00 GiB");
        assertThat(check.ready().get()).isFalse();
        assertThat(check.summary().get()).isEmpty();
        settings.figure(Field.N).set("2000");
        assertThat(check.faults().get()).isEmpty();
        assertThat(check.ready().get()).isTrue();
    }
}
