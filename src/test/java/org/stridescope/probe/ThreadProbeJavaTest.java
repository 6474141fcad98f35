package org.stridescope.probe;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.stridescope.probe.tool.JvmThreadsText.Known;
import org.stridescope.probe.tool.ToolReading;
import org.stridescope.trace.Activity;
import org.stridescope.trace.Recorder;
import org.stridescope.trace.Recording;
import org.stridescope.trace.ThreadTrace;

import static org.assertj.core.api.Assertions.assertThat;

/** What is sampled on systems without a clock for every thread. */
class ThreadProbeJavaTest {
    private static final long SECOND = 1_000_000_000;
    private final Recorder recorder = new Recorder("test", Map.of());

    private static ToolReading reading(long resident, long number, long cpu) {
        return new ToolReading(resident, List.of(
                new ToolReading.Row(4712, Activity.WAITING, SECOND, 0, "UserRequest"),
                new ToolReading.Row(9344, Activity.RUNNING, cpu / 2, 0, ""),
                new ToolReading.Row(number, Activity.RUNNING, cpu, cpu / 4, "")));
    }

    private ThreadTrace thread(String name) {
        return recorder.snapshot().threads().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void javaThreadsOneByOneAndTheOthersTogether() {
        try (ThreadProbeJava probe = new ThreadProbeJava(recorder, Optional::empty, "the rest: a reason")) {
            probe.sample(false);
            double spun = 0;
            while (thread("main").cpuNanos() < SECOND / 20) {
                for (int i = 0; i < 10_000; i++)
                    spun += Math.sqrt(i);
                probe.sample(false);
            }
            assertThat(spun).isPositive();
            assertThat(probe.gap()).isEqualTo("the rest: a reason");
        }
        assertThat(thread("main").isNative()).isFalse();
        ThreadTrace others = thread(NativeShare.TOGETHER);
        assertThat(others.isNative()).isTrue();
        assertThat(others.cpuNanosAt(0)).as("the compilers have worked").isPositive();
    }

    @Test
    void whereTheSystemNumbersThreadsEachNativeOneHasItsLane() {
        ToolReading[] now = {reading(100, 9360, SECOND)};
        NativeShare share = new NativeShare(recorder, new ThreadRoster(recorder), () -> Optional.of(now[0]),
                () -> Map.of(4712L, new Known("main", 3), 9344L, new Known("GC Thread#0", -1)), () -> 0);
        share.sample(0);
        share.sample(0);
        now[0] = reading(200, 9360, 2 * SECOND);
        share.sample(0);
        Recording recording = recorder.snapshot();
        assertThat(recording.threads()).as("main is sampled as a Java thread").extracting(ThreadTrace::name)
                .containsExactly("GC Thread#0", "native thread 1");
        assertThat(thread("native thread 1").samples()).as("the same reading is told once").isEqualTo(2);
        assertThat(thread("native thread 1").cpuNanos()).isEqualTo(SECOND + SECOND / 4);
        assertThat(thread("native thread 1").states()).extracting(state -> state.userNanos()).containsExactly(SECOND,
                2 * SECOND);
    }

    @Test
    void whatAllTogetherUsedNeverShrinks() {
        long[] process = {5 * SECOND};
        NativeShare share = new NativeShare(recorder, new ThreadRoster(recorder), Optional::empty, Map::of,
                () -> process[0]);
        share.sample(SECOND);
        share.sample(2 * SECOND); // Java's clocks are read a little later than the process's
        process[0] = 8 * SECOND;
        share.sample(2 * SECOND);
        assertThat(thread(NativeShare.TOGETHER).cpuNanos()).isEqualTo(2 * SECOND);
    }
}
