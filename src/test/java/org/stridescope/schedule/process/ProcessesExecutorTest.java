package org.stridescope.schedule.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;
import org.stridescope.graph.Fusion;
import org.stridescope.graph.Key;
import org.stridescope.graph.Operation;
import org.stridescope.graph.RandomGraphs;
import org.stridescope.graph.TaskGraph;
import org.stridescope.schedule.Executor;
import org.stridescope.schedule.ExecutorContract;
import org.stridescope.schedule.RunOptions;
import org.stridescope.schedule.RunResult;
import org.stridescope.schedule.ScheduleError;
import org.stridescope.schedule.Scheduler;
import org.stridescope.schedule.TaskChange;
import org.stridescope.schedule.TaskListener;
import org.stridescope.schedule.TaskState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProcessesExecutorTest extends ExecutorContract {
    @Override
    protected Executor open() {
        return ProcessesExecutor.of(ProcessLaunch.java(TestWorkerMain.class.getName()), 2);
    }

    @Override
    protected Operation sum() {
        return TestOperation.SUM;
    }

    @Override
    protected Operation fail() {
        return TestOperation.FAIL;
    }

    @Override
    protected Operation endless() {
        return TestOperation.ENDLESS;
    }

    private ProcessesExecutor processes() {
        return (ProcessesExecutor) executor();
    }

    /** Kills a worker, as kill -9 does, whenever so many tasks are done. */
    private final class Killer implements TaskListener {
        private final int every;
        private int done;

        Killer(int every) {
            this.every = every;
        }

        @Override
        public void changed(TaskChange change) {
            if (change.to() != TaskState.IN_MEMORY || ++done % every != 0)
                return;
            long pid = processes().pids().get(done / every % 2);
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void killedWorkersLoseNothing(long seed) {
        TaskGraph graph = RandomGraphs.sums(new Random(seed), 400, TestOperation.SUM);
        RunResult result = Scheduler.run(graph, graph.outputs(), executor(),
                RunOptions.DEFAULT.withListener(new Killer(90)));
        var expected = RandomGraphs.bruteForce(graph);
        assertThat(result.values())
                .allSatisfy((key, value) -> assertThat(value).isEqualTo(expected.get(key)));
        assertThat(result.retried()).isPositive();
    }

    @Test
    void aTaskThatEndsItsWorkerRunsAgainElsewhere(@TempDir Path folder) {
        var builder = TaskGraph.builder();
        Key die = builder.add(Key.of("die"), TestOperation.DIE, folder.resolve("died").toString());
        RunResult result = Scheduler.run(builder.build(), executor());
        assertThat(result.value(die)).isEqualTo(1L);
        assertThat(result.retried()).isEqualTo(1);
    }

    @Test
    void aTaskThatAlwaysEndsItsWorkerIsNamed(@TempDir Path folder) {
        var builder = TaskGraph.builder();
        builder.add(Key.of("die"), TestOperation.DIE, folder.resolve("never").toString(), true);
        TaskGraph graph = builder.build();
        assertThatThrownBy(() -> Scheduler.run(graph, executor())).isInstanceOf(ScheduleError.class)
                .hasMessageStartingWith("task die, ").hasMessageContaining("ended its worker 4 times");
    }

    @Test
    void arraysTravelOnceAndAreLetGo() throws Exception {
        NDArray x = NDArray.of(ArrayMemory.collected(), new double[1000]);
        var builder = TaskGraph.builder();
        List<Key> wanted = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Key first = builder.add(Key.of("first", i), TestOperation.PLUS, x, (double) i);
            wanted.add(builder.add(Key.of("second", i), TestOperation.PLUS, first, 100.0));
        }
        RunResult result = Scheduler.run(builder.build(), wanted, executor(), RunOptions.DEFAULT);
        for (int i = 0; i < 6; i++)
            assertThat(((NDArray) java.util.Objects.requireNonNull(result.value(wanted.get(i)))).getDouble(999))
                    .isEqualTo(100.0 + i);
        assertThat(result.movedBytes()).isEqualTo(13 * 8000);
        try (var files = Files.list(processes().folder())) {
            assertThat(files.filter(file -> !file.endsWith("errors")).count()).isEqualTo(1 + 6);
        }
    }

    @Test
    void resultsMadeInTheirPlaceAreNotCopiedAndLeaveNothingElse() throws Exception {
        var builder = TaskGraph.builder();
        Key made = builder.add(Key.of("made"), TestOperation.PLACED, 1000L);
        List<Key> wanted = new ArrayList<>(List.of(made));
        for (long i = 0; i < 4; i++)
            wanted.add(builder.add(Key.of("put", (int) i), TestOperation.PUT, made, i, 10.0 + i));
        RunResult result = Scheduler.run(builder.build(), wanted, executor(), RunOptions.DEFAULT);
        NDArray array = (NDArray) java.util.Objects.requireNonNull(result.value(made));
        assertThat(array.shape()).containsExactly(999);
        for (int i = 0; i < 4; i++)
            assertThat(array.getDouble(i)).as("written by a task of its own").isEqualTo(10.0 + i);
        assertThat(array.getDouble(998)).isEqualTo(1);
        try (var files = Files.list(processes().folder())) {
            assertThat(files.filter(file -> !file.endsWith("errors")).count()).isEqualTo(1);
        }
    }

    @Test
    void resultsBeyondTheLimitGoToDiskAndTheirDependentsFindThem() throws Exception {
        NDArray x = NDArray.of(ArrayMemory.collected(), new double[1000]);
        var builder = TaskGraph.builder();
        List<Key> first = new ArrayList<>();
        List<Key> wanted = new ArrayList<>();
        for (int i = 0; i < 12; i++)
            first.add(builder.add(Key.of("first", i), TestOperation.PLUS, x, (double) i));
        Key gate = builder.add(Key.of("gate"), TestOperation.LAST, first, 1.0);
        for (int i = 0; i < 12; i++)
            wanted.add(builder.add(Key.of("second", i), TestOperation.PLUS, first.get(i), gate));
        List<TaskState> seen = new ArrayList<>();
        Path folder = processes().folder();
        RunResult result = Scheduler.run(builder.build(), wanted, executor(),
                RunOptions.DEFAULT.withMemoryLimit(3 * 8000).withListener(new TaskListener() {
                    @Override
                    public void changed(TaskChange change) {
                        seen.add(change.to());
                    }
                }));
        for (int i = 0; i < 12; i++)
            assertThat(((NDArray) java.util.Objects.requireNonNull(result.value(wanted.get(i)))).getDouble(999))
                    .isEqualTo(1.0 + i);
        assertThat(seen).contains(TaskState.SPILLED);
        assertThat(result.spilledBytes()).isGreaterThanOrEqualTo(6 * 8000);
        executor().close();
        assertThat(folder).doesNotExist();
        String mine = "stridescope-" + ProcessHandle.current().pid() + "-";
        try (var left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.map(file -> file.getFileName().toString()).filter(name -> name.startsWith(mine))).isEmpty();
        }
    }

    /** The worker that is killed has children and files of no one but its pool; neither outlives the pool. */
    @Test
    void afterAKilledWorkerNoProcessAndNoFileIsLeft() throws Exception {
        processes().startAll();
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        Path folder = processes().folder();
        killedWorkersLoseNothing(3);
        List<ProcessHandle> after = ProcessHandle.current().children().toList();
        executor().close();
        assertThat(before).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(after).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(folder).doesNotExist();
    }

    @Test
    void fusedChainsTravelAsOneTask() {
        TaskGraph graph = RandomGraphs.sums(new Random(3), 100, TestOperation.SUM);
        Fusion fusion = Fusion.of(graph, graph.outputs());
        assertThat(fusion.graph().size()).isLessThan(graph.size());
        RunResult result = Scheduler.run(fusion.graph(), executor());
        var expected = RandomGraphs.bruteForce(graph);
        assertThat(result.values())
                .allSatisfy((key, value) -> assertThat(value).isEqualTo(expected.get(key)));
    }

    @Test
    void lambdasAreRefusedWithTheWayOut() {
        TaskGraph graph = RandomGraphs.sums(new Random(3), 3, RandomGraphs.SUM);
        assertThatThrownBy(() -> Scheduler.run(graph, executor())).isInstanceOf(ScheduleError.class)
                .hasMessageContaining("sum lives in this process only")
                .hasMessageEndingWith("use the threads scheduler");
    }

    @Test
    void workersAndFilesAreGoneAfterwards() {
        assertWorks();
        List<ProcessHandle> handles = processes().pids().stream().filter(pid -> pid > 0)
                .map(pid -> ProcessHandle.of(pid).orElseThrow()).toList();
        assertThat(handles).isNotEmpty();
        executor().close();
        assertThat(handles).noneMatch(ProcessHandle::isAlive);
        assertThat(processes().folder()).doesNotExist();
    }
}
