package org.stridescope.ui.model.graph;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;
import org.stridescope.graph.Key;
import org.stridescope.graph.Operation;
import org.stridescope.graph.TaskGraph;
import org.stridescope.schedule.Executor;
import org.stridescope.schedule.RunOptions;
import org.stridescope.schedule.Scheduler;
import org.stridescope.schedule.TaskRecorder;
import org.stridescope.schedule.ThreadsExecutor;
import org.stridescope.trace.Recorder;

import static org.assertj.core.api.Assertions.assertThat;

/** What a recording of a run under a memory limit says of each worker. */
class WorkerMemoryTest {
    private static final int BLOCK = 1000;
    private static final int BLOCKS = 8;

    private static ShownRun run(RunOptions options) {
        Operation block = Operation.of("block",
                _ -> NDArray.of(ArrayMemory.collected(), new double[BLOCK]));
        Operation count = Operation.of("count", arguments -> ((List<?>) arguments.getFirst()).size());
        var builder = TaskGraph.builder();
        List<Key> blocks = new java.util.ArrayList<>();
        for (int i = 0; i < BLOCKS; i++)
            blocks.add(builder.add(Key.of("block", i), block));
        Key all = builder.add(Key.of("count"), count, blocks);
        Recorder recorder = new Recorder("graph", Map.of());
        try (Executor executor = ThreadsExecutor.synchronous()) {
            Scheduler.run(builder.build(), List.of(all), executor, options.withListener(new TaskRecorder(recorder)));
        }
        return ShownRun.of("synchronous", recorder.snapshot(), List.of(), null, " ");
    }

    @Test
    void resultsAreHeldUntilTheirLastDependentIsDone() {
        WorkerMemory memory = WorkerMemory.of(run(RunOptions.DEFAULT), Long.MAX_VALUE);
        WorkerMemory.Steps steps = memory.of(0);
        assertThat(steps.mostHeld()).isEqualTo(8L * BLOCK * BLOCKS).isEqualTo(memory.most());
        assertThat(steps.held(steps.size() - 1)).as("all let go").isZero();
        assertThat(memory.hasSpilled()).isFalse();
        assertThat(steps.at(-1)).isEqualTo(-1);
        assertThat(steps.at(steps.time(2))).isGreaterThanOrEqualTo(2);
        assertThat(steps.at(Long.MAX_VALUE)).isEqualTo(steps.size() - 1);
    }

    @Test
    void whatMemoryHasNoRoomForIsOnDiskUntilItIsNeeded() {
        WorkerMemory memory = WorkerMemory.of(run(RunOptions.DEFAULT.withMemoryLimit(3L * 8 * BLOCK)),
                Long.MAX_VALUE);
        WorkerMemory.Steps steps = memory.of(0);
        assertThat(memory.hasSpilled()).isTrue();
        assertThat(steps.mostSpilled()).isGreaterThanOrEqualTo(4L * 8 * BLOCK);
        assertThat(steps.spilled(steps.size() - 1)).isZero();
        assertThat(steps.held(steps.size() - 1)).isZero();
    }
}
