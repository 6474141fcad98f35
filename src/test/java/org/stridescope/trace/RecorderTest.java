package org.stridescope.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class RecorderTest {
    private static final Map<String, String> SETTINGS = Map.of("n", "60");

    private final AtomicLong clock = new AtomicLong();
    private final Recorder recorder = new Recorder("test", SETTINGS, clock::get);

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSnapshotIsTheRecordingOfWhatCameBeforeAndNeverChanges(long seed) {
        List<TraceEvent> events = RandomEvents.shuffledALittle(seed);
        Map<Integer, Recording> snapshots = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            clock.set(Math.max(clock.get(), events.get(i).nanos()));
            recorder.add(events.get(i));
            if (i % 7 == 0)
                snapshots.put(i, recorder.snapshot());
        }
        snapshots.forEach((last, snapshot) -> assertThat(snapshot).as("after event %d", last).isEqualTo(
                Recording.of("test", SETTINGS, snapshot.durationNanos(),
                        new ArrayList<>(events.subList(0, last + 1)))));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSnapshotAtATimeIsTheWholeRecordingCutAtThatTime(long seed) {
        List<TraceEvent> events = RandomEvents.ascending(seed);
        List<Recording> snapshots = new ArrayList<>();
        for (TraceEvent event : events) {
            clock.set(event.nanos());
            recorder.add(event);
            snapshots.add(recorder.snapshot());
        }
        Recording whole = recorder.snapshot();
        assertThat(snapshots).allSatisfy(s -> assertThat(whole.until(s.durationNanos())).isEqualTo(s));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theEventsOfARecordingMakeItAgain(long seed) {
        Recording recording = Recording.of("test", SETTINGS, 1L << 40, RandomEvents.shuffledALittle(seed));
        assertThat(Recording.of("test", SETTINGS, 1L << 40, recording.events())).isEqualTo(recording);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tilesDoneByATimeAreThoseThatANaiveCountFinds(long seed) {
        List<TraceEvent> events = RandomEvents.shuffledALittle(seed);
        for (RunTrace run : Recording.of("test", SETTINGS, 1L << 40, events).runs()) {
            for (TraceEvent event : events) {
                for (long time : new long[]{event.nanos() - 1, event.nanos(), event.nanos() + 1}) {
                    long naive = events.stream().filter(e -> e instanceof TraceEvent.TileDone tile
                            && tile.run() == run.run() && tile.nanos() <= time).count();
                    assertThat(run.tilesDoneBy(time)).isEqualTo((int) naive);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void utilisationSummedOverAnyCutsIsTheCpuTime(long seed) {
        Recording recording = Recording.of("test", SETTINGS, 1L << 40, RandomEvents.ascending(seed));
        for (ThreadTrace thread : recording.threads()) {
            long first = thread.nanosAt(0);
            long last = thread.nanosAt(thread.samples() - 1);
            long step = Math.max(1, (last - first) / 37);
            double sum = 0;
            for (long t = first; t < last; t += step)
                sum += thread.cpuNanosBetween(t, Math.min(last, t + step));
            assertThat(sum).isCloseTo(thread.cpuNanos(), org.assertj.core.data.Offset.offset(1e-3));
            assertThat(thread.utilisation(first, last)).isBetween(0.0, 1.0);
        }
    }
}
