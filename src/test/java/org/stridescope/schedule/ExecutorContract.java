package org.stridescope.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.stridescope.graph.Key;
import org.stridescope.graph.Operation;
import org.stridescope.graph.RandomGraphs;
import org.stridescope.graph.TaskGraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every executor must do, with operations that each can run. */
@Timeout(60)
public abstract class ExecutorContract {
    private Executor executor;

    protected abstract Executor open();

    /** Adds up all numbers, and one. */
    protected abstract Operation sum();

    /** Throws an ArithmeticException saying "by zero". */
    protected abstract Operation fail();

    /** Runs until it is ended. */
    protected abstract Operation endless();

    @BeforeEach
    void openExecutor() {
        executor = open();
    }

    @AfterEach
    void closeExecutor() {
        executor.close();
    }

    protected Executor executor() {
        return executor;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void resultsAreThoseOfBruteForce(long seed) {
        TaskGraph graph = RandomGraphs.sums(new Random(seed), 300, sum());
        List<Key> wanted = new ArrayList<>(graph.outputs());
        wanted.add(graph.key(7));
        RunResult result = Scheduler.run(graph, wanted, executor, RunOptions.DEFAULT);
        Map<Key, Object> expected = RandomGraphs.bruteForce(graph);
        assertThat(result.values()).hasSameSizeAs(wanted)
                .allSatisfy((key, value) -> assertThat(value).isEqualTo(expected.get(key)));
        assertThat(result.retried()).isZero();
        for (int task = 0; task < result.tasks(); task++)
            assertThat(result.times().endNano(task)).isGreaterThanOrEqualTo(result.times().startNano(task));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void listenersSeeEveryTransitionOnce(long seed) {
        TaskGraph graph = RandomGraphs.sums(new Random(seed), 200, sum());
        List<TaskChange> changes = new ArrayList<>();
        Key wanted = graph.outputs().getLast();
        RunResult result = Scheduler.run(graph, List.of(wanted), executor,
                RunOptions.DEFAULT.withListener(new TaskListener() {
                    @Override
                    public void changed(TaskChange change) {
                        changes.add(change);
                    }
                }));
        Map<Integer, TaskState> states = new HashMap<>();
        for (TaskChange change : changes) {
            assertThat(states.getOrDefault(change.task(), TaskState.WAITING)).isEqualTo(change.from());
            states.put(change.task(), change.to());
        }
        assertThat(result.graph().size()).isEqualTo(states.size());
        states.forEach((task, state) -> assertThat(state).isEqualTo(
                result.graph().key(task).equals(wanted) ? TaskState.IN_MEMORY : TaskState.RELEASED));
    }

    @Test
    void aTaskThatThrowsIsNamedWithItsArguments() {
        var builder = TaskGraph.builder();
        Key one = builder.add(Key.of("one"), sum(), 0L);
        Key bad = builder.add(Key.of("divide", 3), fail(), one, List.of("x", 2L));
        builder.add(Key.of("end"), sum(), bad);
        TaskGraph graph = builder.build();
        assertThatThrownBy(() -> Scheduler.run(graph, executor)).isInstanceOf(ScheduleError.class)
                .hasMessageContaining("task divide-3, ").hasMessageContaining("(1, ['x', 2])")
                .hasMessageContaining("failed: by zero");
        assertThat(Scheduler.run(graph, List.of(one), executor, RunOptions.DEFAULT).value(one)).isEqualTo(1L);
    }

    @Test
    void aTaskWithoutEndIsEndedByItsTimeLimit() {
        var builder = TaskGraph.builder();
        builder.add(Key.of("forever"), endless());
        RunOptions options = RunOptions.DEFAULT.withTimeLimit(Duration.ofMillis(50));
        assertThatThrownBy(() -> Scheduler.run(builder.build(), List.of(Key.of("forever")), executor, options))
                .isInstanceOf(ScheduleError.class).hasMessageContaining("task forever")
                .hasMessageContaining("longer than the 0.05 s that a task may take");
        assertWorks();
    }

    @Test
    void aRunCanBeCancelled() {
        var builder = TaskGraph.builder();
        builder.add(Key.of("forever"), endless());
        AtomicBoolean cancelled = new AtomicBoolean();
        RunOptions options = RunOptions.DEFAULT.withCancelled(cancelled::get).withListener(new TaskListener() {
            @Override
            public void changed(TaskChange change) {
                cancelled.set(change.to() == TaskState.RUNNING);
            }
        });
        assertThatThrownBy(() -> Scheduler.run(builder.build(), List.of(Key.of("forever")), executor, options))
                .isInstanceOf(ScheduleError.class).hasMessage("the run was cancelled");
        assertWorks();
    }

    @Test
    void anEmptyWishIsFulfilled() {
        TaskGraph graph = RandomGraphs.sums(new Random(1), 10, sum());
        assertThat(Scheduler.run(graph, List.of(), executor, RunOptions.DEFAULT).values()).isEmpty();
    }

    protected void assertWorks() {
        TaskGraph graph = RandomGraphs.sums(new Random(9), 50, sum());
        Key wanted = graph.outputs().getFirst();
        assertThat(Scheduler.run(graph, executor).value(wanted)).isEqualTo(RandomGraphs.bruteForce(graph).get(wanted));
    }
}
