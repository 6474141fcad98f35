package org.stridescope.lab.graph;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.stridescope.array.NDArray;
import org.stridescope.schedule.RunOptions;
import org.stridescope.schedule.process.ProcessLaunch;
import org.stridescope.trace.Recorder;
import org.stridescope.trace.Recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GraphPresetsTest {
    private static final String WORKER = "org.stridescope.app.TaskWorkerMain";

    private final GraphPresets presets = new GraphPresets(List.of());
    private final GraphRunner runner = new GraphRunner(ProcessLaunch.java(WORKER));

    private GraphRunner.Ran run(String name, String scheduler, String... settings) {
        GraphPreset preset = presets.named(name);
        boolean portable = scheduler.equals("processes");
        return runner.run(preset.build(PresetSettings.of(preset, List.of(settings), portable)), scheduler, 2,
                RunOptions.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"synchronous", "threads", "processes"})
    void theCoursesAnswers(String scheduler) {
        assertThat(run("squares", scheduler, "seconds=0").outcome().answer()).isEqualTo(5L);
        assertThat(run("sum-of-squares", scheduler, "seconds=0").outcome().answer()).isEqualTo(285L);
        assertThat(run("branches", scheduler, "seconds=0", "n=10").outcome().answer()).isEqualTo(170L);
    }

    /** Written in place or copied together, by threads or processes: the same matrix. */
    @Test
    void cityblockIsTheSameHoweverItIsPutTogether() {
        String[] small = {"n=157", "k=7", "chunks=12"};
        NDArray expected = array(run("cityblock-chunks", "synchronous", "n=157", "k=7", "chunks=1"));
        assertSame(array(run("cityblock-chunks", "threads", small)), expected);
        assertSame(array(run("cityblock-chunks", "threads", "n=157", "k=7", "assembly=concatenate")), expected);
        GraphRunner.Ran moved = run("cityblock-chunks", "processes", small);
        assertSame(array(moved), expected);
        // points, chunks, distances of the chunks, and all of them
        assertThat(moved.outcome().movedBytes()).isEqualTo(8L * (3 * 157 * 7 + 2 * 157 * 157));
        assertSame(array(run("cityblock-chunks", "processes", "n=157", "k=7", "assembly=concatenate")), expected);
    }

    private static NDArray array(GraphRunner.Ran ran) {
        return (NDArray) java.util.Objects.requireNonNull(ran.outcome().answer());
    }

    private static void assertSame(NDArray actual, NDArray expected) {
        for (long i = 0; i < 157; i++) {
            for (long j = 0; j < 157; j++)
                assertThat(actual.getDouble(i, j)).isEqualTo(expected.getDouble(i, j));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads", "processes"})
    void theLockChangesTheTimeAndNotTheResult(String scheduler) {
        String[] small = {"rows=50", "tasks=4", "lock=none"};
        Object free = run("gil", "synchronous", small).outcome().answer();
        assertThat(run("gil", scheduler, "rows=50", "tasks=4").outcome().answer()).isEqualTo(free);
    }

    @Test
    void aRecordingTellsTasksWorkersAndTheCriticalPath() {
        GraphPreset preset = presets.named("squares");
        Recorder recorder = new Recorder("graph", Map.of());
        runner.record(preset.build(PresetSettings.of(preset, List.of("seconds=0.01"), false)), "threads", 2,
                RunOptions.DEFAULT, recorder);
        Recording recording = recorder.snapshot();
        RecordedGraph graph = RecordedGraph.of(recording.tasks(), recording.durationNanos());
        assertThat(graph.graph().size()).isEqualTo(3);
        assertThat(graph.workers()).isEqualTo(2);
        long path = graph.criticalPath().length();
        assertThat(path).isGreaterThanOrEqualTo(20_000_000).isLessThanOrEqualTo(graph.makespanNanos());
        assertThat(graph.json()).containsEntry("count", 3).containsEntry("workers", 2).containsKeys("critical_path_s",
                "makespan_s", "busy_fraction");
    }

    @Test
    void wrongSettingsAreRefusedInOneSentence() {
        assertThatThrownBy(() -> run("squares", "threads", "n=3")).isInstanceOf(GraphLabError.class)
                .hasMessage("--set n=3: squares has no setting \"n\"; it has seconds");
        assertThatThrownBy(() -> run("gil", "threads", "tasks=many")).hasMessageContaining("a whole number from 1 to");
        assertThatThrownBy(() -> run("gil", "threads", "lock=real")).hasMessageContaining("simulated, none");
        assertThatThrownBy(() -> presets.named("square")).hasMessageContaining("choose among squares");
        assertThatThrownBy(() -> run("squares", "cluster")).hasMessageContaining("no scheduler cluster");
    }
}
