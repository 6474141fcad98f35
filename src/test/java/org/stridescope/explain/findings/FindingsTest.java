package org.stridescope.explain.findings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.stridescope.explain.findings.Finding.Kind;
import org.stridescope.trace.CounterTrace;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RunOutcome;
import org.stridescope.trace.SampleKind;
import org.stridescope.trace.StackFrame;
import org.stridescope.trace.TraceEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** Each finding on a recording that has it and on one that has not. */
class FindingsTest {
    private static final long SECOND = 1_000_000_000;
    private static final long GIBI = 1L << 30;

    private final List<TraceEvent> events = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>(
            Map.of("threads", "2", "processors", "2", "n", "2000", "m", "2000", "k", "50"));

    /** A run of {@code nanos} from 1 s on, with threads that are busy this share of it. */
    private FindingsTest run(long nanos, double... busy) {
        events.add(new TraceEvent.RunStarted(SECOND, 0, "v", 2000, 2000, 4));
        for (int i = 0; i < busy.length; i++) {
            events.add(new TraceEvent.ThreadSeen(0, i, "worker-" + i, false));
            events.add(new TraceEvent.ThreadSample(0, i, 0));
            events.add(new TraceEvent.ThreadSample(SECOND, i, 0));
            events.add(new TraceEvent.ThreadSample(SECOND + nanos, i, Math.round(busy[i] * nanos)));
        }
        events.add(new TraceEvent.MemorySample(SECOND, 1, GIBI / 8, GIBI / 4));
        events.add(new TraceEvent.RunEnded(SECOND + nanos, 0, RunOutcome.DONE, ""));
        return this;
    }

    private FindingsTest with(TraceEvent... more) {
        events.addAll(List.of(more));
        return this;
    }

    private List<Finding> findings() {
        return Findings.of(Recording.of("distance", settings, 10 * SECOND, events));
    }

    private static Arguments pair(Kind kind, Consumer<FindingsTest> has, Consumer<FindingsTest> hasNot) {
        return Arguments.of(kind, has, hasNot);
    }

    static Stream<Arguments> pairs() {
        TraceEvent pause = new TraceEvent.Collection(SECOND + SECOND / 2, "G1 Young Generation", 200_000_000);
        TraceEvent beside = new TraceEvent.Collection(SECOND + SECOND / 2, "G1 Concurrent GC", 200_000_000);
        TraceEvent wait = new TraceEvent.LockWait(SECOND + SECOND / 2, 1, "demo.Account", 0, 400_000_000, -1);
        TraceEvent idle = new TraceEvent.LockWait(SECOND + SECOND / 2, 1, "java.util.concurrent.ForkJoinPool", -1,
                400_000_000, -1);
        TraceEvent peak = new TraceEvent.MemorySample(SECOND + 10, 1, GIBI / 8 + 2 * GIBI, 3 * GIBI);
        TraceEvent limit = new TraceEvent.Counter(0, CounterTrace.STORE_LIMIT, 10_000_000_000L);
        return Stream.of(pair(Kind.IDLE_THREADS, t -> t.run(SECOND, 0.5, 0.4), t -> t.run(SECOND, 0.95, 0.97)),
                pair(Kind.ONE_THREAD_WORKS, t -> t.run(SECOND, 0.99, 0.03), t -> t.run(SECOND, 0.9, 0.9)),
                pair(Kind.ALLOCATION, t -> t.run(SECOND, 0.9, 0.9).with(allocated(GIBI)),
                        t -> t.run(SECOND, 0.9, 0.9).with(allocated(GIBI / 32))),
                pair(Kind.TEMPORARY, t -> t.run(SECOND, 0.9, 0.9).with(peak), t -> t.run(SECOND, 0.9, 0.9)),
                pair(Kind.COLLECTOR_PAUSES, t -> t.run(SECOND, 0.9, 0.9).with(pause),
                        t -> t.run(SECOND, 0.9, 0.9).with(beside)),
                pair(Kind.OVERSUBSCRIPTION, t -> t.run(SECOND, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3),
                        t -> t.run(SECOND, 0.95, 0.95)),
                pair(Kind.LOCK, t -> t.run(SECOND, 0.9, 0.5).with(wait), t -> t.run(SECOND, 0.9, 0.5).with(idle)),
                pair(Kind.MEMORY_BOUND, t -> t.run(4_000_000, 0.9, 0.9).with(limit),
                        t -> t.run(SECOND, 0.9, 0.9).with(limit)),
                pair(Kind.TOO_SMALL, t -> t.run(500_000, 0.9, 0.1), t -> t.run(SECOND, 0.9, 0.9)));
    }

    private static TraceEvent[] allocated(long bytes) {
        StackFrame frame = new StackFrame(StackFrame.Kind.JAVA, "a.B", "c", "a/B.java", 7);
        return new TraceEvent[]{new TraceEvent.StackSeen(0, 0, List.of(frame)),
                new TraceEvent.StackSample(SECOND + 5, 0, 0, SampleKind.ALLOCATION, bytes)};
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whatIsThereIsFoundAndWhatIsNotIsNot(Kind kind, Consumer<FindingsTest> has, Consumer<FindingsTest> hasNot) {
        FindingsTest with = new FindingsTest();
        has.accept(with);
        assertThat(with.findings()).extracting(Finding::kind).contains(kind);
        Finding found = with.findings().stream().filter(f -> f.kind() == kind).findFirst().orElseThrow();
        assertThat(found.subject()).isEqualTo("v");
        assertThat(found.sentence()).startsWith("v: ").doesNotContain("NaN").doesNotContain("null");
        assertThat(found.from()).isEqualTo(SECOND);
        assertThat(found.to()).isGreaterThan(found.from());
        FindingsTest without = new FindingsTest();
        hasNot.accept(without);
        assertThat(without.findings()).extracting(Finding::kind).doesNotContain(kind);
    }

    @Test
    void theHolderOfALockIsNamed() {
        run(SECOND, 0.9, 0.5);
        with(new TraceEvent.LockWait(SECOND + SECOND / 2, 1, "demo.Account", 0, 400_000_000, -1));
        assertThat(findings()).filteredOn(f -> f.kind() == Kind.LOCK).singleElement().satisfies(f -> {
            assertThat(f.sentence()).isEqualTo("v: 1 thread waits 0.400 s in all for demo.Account, held by worker-0");
            assertThat(f.threads()).containsExactly(1);
        });
    }

    @Test
    void waitingForAProcessorIsNotIdling() {
        run(SECOND, 0.4, 0.4);
        for (int thread = 0; thread < 2; thread++)
            with(new TraceEvent.ThreadState(SECOND, thread, org.stridescope.trace.Activity.RUNNABLE, 0, 0, 0, ""));
        assertThat(findings()).extracting(Finding::kind).contains(Kind.OVERSUBSCRIPTION)
                .doesNotContain(Kind.IDLE_THREADS);
    }

    @Test
    void anEmptyRecordingHasNothingToSay() {
        assertThat(Findings.of(Recording.of("nothing", Map.of(), 5, List.of()))).isEmpty();
    }
}
