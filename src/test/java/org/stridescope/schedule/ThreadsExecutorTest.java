package org.stridescope.schedule;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.stridescope.graph.Key;
import org.stridescope.graph.Operation;
import org.stridescope.graph.RandomGraphs;
import org.stridescope.graph.TaskGraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ThreadsExecutorTest extends ExecutorContract {
    @Override
    protected Executor open() {
        return ThreadsExecutor.of(3);
    }

    @Override
    protected Operation sum() {
        return RandomGraphs.SUM;
    }

    @Override
    protected Operation fail() {
        return Operation.of("divide", arguments -> {
            throw new ArithmeticException("by zero");
        });
    }

    @Override
    protected Operation endless() {
        return Operation.of("endless", arguments -> {
            new CountDownLatch(1).await();
            return null;
        });
    }

    /** Tasks that throw now and then yield, tried again, what they would have yielded. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void retriesMendFailuresThatPass(long seed) {
        Random random = new Random(seed);
        AtomicInteger failures = new AtomicInteger();
        Operation shaky = Operation.of("shaky", arguments -> {
            synchronized (random) {
                if (random.nextInt(4) == 0) {
                    failures.incrementAndGet();
                    throw new IllegalStateException("not this time");
                }
            }
            return RandomGraphs.SUM.apply(arguments);
        });
        TaskGraph graph = RandomGraphs.sums(new Random(seed), 200, shaky);
        RunResult result = Scheduler.run(graph, graph.outputs(), executor(), RunOptions.DEFAULT.withRetries(50));
        var expected = RandomGraphs.bruteForce(graph);
        assertThat(result.values()).allSatisfy((key, value) -> assertThat(value).isEqualTo(expected.get(key)));
        assertThat(result.retried()).isEqualTo(failures.get()).isPositive();
    }

    @Test
    void tasksRunAtOnce() {
        CountDownLatch all = new CountDownLatch(3);
        Operation meet = Operation.of("meet", arguments -> {
            all.countDown();
            all.await();
            return 1L;
        });
        var builder = TaskGraph.builder();
        for (int i = 0; i < 3; i++)
            builder.add(Key.of("meet", i), meet);
        assertThat(Scheduler.run(builder.build(), executor()).values()).hasSize(3);
    }

    /** The first tasks are over at once, so the next are handed out many at a time; one of them waits for another. */
    @Test
    void aLongTaskDoesNotKeepWhatWasHandedOutWithIt() {
        CountDownLatch last = new CountDownLatch(1);
        Operation step = Operation.of("step", arguments -> {
            long number = (Long) arguments.getFirst();
            if (number == 1000)
                last.await();
            if (number == 1999)
                last.countDown();
            return number;
        });
        var builder = TaskGraph.builder();
        for (int i = 0; i < 2000; i++)
            builder.add(Key.of("step", i), step, (long) i);
        assertThat(Scheduler.run(builder.build(), executor()).values()).hasSize(2000);
    }

    @Test
    void synchronousRunsOneAfterTheOtherInOrderOfMemory() {
        List<Object> seen = java.util.Collections.synchronizedList(new java.util.ArrayList<>());
        Operation note = Operation.of("note", arguments -> {
            seen.add(Thread.currentThread().getName());
            return 1L;
        });
        var builder = TaskGraph.builder();
        for (int i = 0; i < 20; i++)
            builder.add(Key.of("note", i), note);
        try (Executor one = ThreadsExecutor.synchronous()) {
            Scheduler.run(builder.build(), one);
        }
        assertThat(seen).hasSize(20).containsOnly("one after the other");
    }

    @Test
    void noWorkersIsRefused() {
        assertThatThrownBy(() -> ThreadsExecutor.of(0)).isInstanceOf(ScheduleError.class)
                .hasMessage("there must be at least one worker, not 0");
    }
}
