package org.stridescope.lab;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.stridescope.kernel.Metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExperimentsTest {
    private final Experiments experiments = new Experiments(List.of(new FakeKernel("a"), new FakeKernel("b")));

    @Test
    void settingsThatAreNotGivenHaveTheirStandard() {
        DistanceExperiment race = experiments.distance(List.of());
        assertThat(race).isEqualTo(new DistanceExperiment(Metric.CITYBLOCK, 2000, 2000, 50, 1, null, List.of("a", "b"),
                Runtime.getRuntime().availableProcessors()));
    }

    @Test
    void everySettingIsRead() {
        assertThat(experiments.distance(List.of("metric=euclidean", "n=3", "m=4", "k=5", "variants=b, a", "threads=6",
                "seed=-7"))).isEqualTo(
                        new DistanceExperiment(Metric.EUCLIDEAN, 3, 4, 5, -7, null, List.of("b", "a"), 6));
        assertThat(experiments.distance(List.of("points=iris.npz:x")).points()).isEqualTo(Path.of("iris.npz:x"));
        assertThat(experiments.named("distance").settings()).hasSize(8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "n=0          | --set n=0: it must be a whole number of 1 or more",
            "k=many       | --set k=many: it must be a whole number of 1 or more",
            "seed=x       | --set seed=x: it must be a whole number",
            "n            | --set n: write it as name=value",
            "metric=l1    | --set metric=l1: choose among cityblock, sqeuclidean, euclidean, chebyshev",
            "size=3       | --set size=3: there is no setting \"size\"; choose among metric, n, m, k, variants, threads, seed, points",
            "points=      | --set points=: name an .npy file, or file.npz:name"})
    void aBadSettingIsSaidInOneSentence(String assignment, String sentence) {
        assertThatThrownBy(() -> experiments.distance(List.of(assignment))).isInstanceOf(LabError.class)
                .hasMessage(sentence);
    }

    @Test
    void contradictionsAreSaid() {
        assertThatThrownBy(() -> experiments.distance(List.of("n=1", "n=2"))).hasMessage("--set n=2: n is given twice; "
                + "give it once");
        assertThatThrownBy(() -> experiments.distance(List.of("points=a.npy", "k=2")))
                .hasMessage("--set k: the points in a.npy decide it; leave k out");
        assertThatThrownBy(() -> experiments.named("weather")).isInstanceOf(LabError.class)
                .hasMessage("there is no experiment \"weather\": choose among distance");
    }
}
