package org.stridescope.ui.model.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.Shape;
import org.stridescope.export.scene.TextMeasure;
import org.stridescope.probe.Sampler;
import org.stridescope.trace.Activity;
import org.stridescope.trace.Recorder;
import org.stridescope.trace.Recording;
import org.stridescope.trace.TaskState;
import org.stridescope.trace.TraceEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** What a pane shows of a finished recording at a time is what it showed live at that time. */
class ReplayIsLiveTest {
    private static final long END = 1_000_000_000;
    private static final TextMeasure MEASURE = (text, _, size) -> 0.5 * size * text.length();

    private static Scene frame(Recording recording, long now) {
        Plot plot = Plot.of(new Span(0, END), 800, 600, 1);
        return TimelineScene.of(TimelineScene.Shown.all(TimelineData.of(recording.until(now))), plot, 800, 1, MEASURE,
                1);
    }

    private static List<TraceEvent> random(long seed) {
        Random random = new Random(seed);
        List<TraceEvent> events = new ArrayList<>();
        long[] cpu = new long[5];
        for (int thread = 0; thread < cpu.length; thread++)
            events.add(new TraceEvent.ThreadSeen(0, thread, "t" + thread, thread > 2));
        for (long now = 0; now < END; now += 1 + random.nextInt(4_000_000)) {
            int thread = random.nextInt(cpu.length);
            cpu[thread] += random.nextInt(1_000_000);
            int task = random.nextInt(30);
            events.add(switch (random.nextInt(5)) {
                case 0 -> new TraceEvent.ThreadState(now, thread, Activity.values()[random.nextInt(4)], 0, 0, 0, "");
                case 1 -> new TraceEvent.MemorySample(now, random.nextInt(99), random.nextInt(99), 200);
                case 2 -> new TraceEvent.Collection(now, "G1", random.nextInt(1_000_000));
                case 3 -> new TraceEvent.TaskChanged(now, task, TaskState.values()[random.nextInt(6)], task % 3, 5);
                default -> new TraceEvent.ThreadSample(now, thread, cpu[thread]);
            });
        }
        return events;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aPrefixAndTheWholeAtItsEndAreOnePicture(long seed) {
        List<TraceEvent> events = random(seed);
        Recording whole = Recording.of("r", Map.of(), END, events);
        for (int count = 6; count < events.size(); count += 17) { // the first six come at one time
            long now = events.get(count - 1).nanos();
            Recording live = Recording.of("r", Map.of(), now, events.subList(0, count));
            assertThat(frame(whole, now)).as("at %d", now).isEqualTo(frame(live, now));
        }
    }

    @Test
    void aSampledRecordingReplaysAsItWasSeen() {
        Recorder recorder = new Recorder("r", Map.of());
        Map<Long, Recording> seen = new HashMap<>();
        double sum = 1;
        try (Sampler sampler = Sampler.start(recorder, () -> 0)) {
            for (int i = 1; i <= 5; i++) {
                long until = i * 60_000_000L;
                while (recorder.now() < until)
                    sum += Math.sqrt(sum + i);
                sampler.sampleNow(); // live pictures are drawn of what has been sampled
                Recording live = recorder.snapshot();
                // a sample that is just being taken has its time already
                seen.put(live.durationNanos() - 30_000_000, live);
            }
        }
        assertThat(sum).isPositive();
        Recording whole = recorder.snapshot();
        seen.forEach((now, live) -> assertThat(boxes(frame(whole, now))).isEqualTo(boxes(frame(live, now))));
    }

    /** Areas and boxes; a count of idle threads may differ by one that was met but not entered yet. */
    private static List<Shape> boxes(Scene scene) {
        return scene.shapes().stream().filter(shape -> !(shape instanceof Shape.Label)).toList();
    }
}
