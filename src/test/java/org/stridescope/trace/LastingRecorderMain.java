package org.stridescope.trace;

import java.nio.file.Path;
import java.util.Map;

/** Records, as fast as a sampler does and for ever, until somebody kills it: for the test of what a kill leaves. */
final class LastingRecorderMain {
    private static final long STEP_NANOS = 1_000_000;

    private LastingRecorderMain() {}

    public static void main(String[] args) {
        Recorder recorder = new Recorder("killed", Map.of());
        try (RecordingWriter _ = RecordingWriter.follow(recorder, Path.of(args[0]))) {
            recorder.add(new TraceEvent.ThreadSeen(0, 0, "worker", false));
            for (long next = 0;; next += STEP_NANOS) {
                while (recorder.now() < next)
                    Thread.onSpinWait();
                recorder.add(new TraceEvent.ThreadSample(recorder.now(), 0, recorder.now() / 2));
                if (next % (100 * STEP_NANOS) == 0) {
                    System.out.println(recorder.now()); // what had been recorded by now, for the one who kills
                    System.out.flush();
                }
            }
        }
    }
}
