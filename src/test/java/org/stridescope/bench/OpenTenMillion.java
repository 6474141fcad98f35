package org.stridescope.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import org.stridescope.trace.Recorder;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RecordingFile;
import org.stridescope.trace.RecordingWriter;
import org.stridescope.trace.TraceEvent;
import org.stridescope.ui.model.timeline.TimelineData;

/**
 * Writes a recording of ten million events of 64 threads as a recorder does, and opens it five times: the file alone, and with
 * what the timeline prepares. How it scrubs and zooms then is measured by {@link TimelineFrames}. Arguments: millions of events
 * (10).
 * <pre>
 * java -Xmx2g -cp target/classes:target/test-classes:target/stridescope/lib/* org.stridescope.bench.OpenTenMillion
 * </pre>
 */
public final class OpenTenMillion {
    private static final int THREADS = 64;
    private static final int ROUNDS = 5;

    private OpenTenMillion() {}

    public static void main(String[] args) throws IOException {
        long events = (long) (1e6 * (args.length > 0 ? Double.parseDouble(args[0]) : 10));
        Path file = Files.createTempFile("ten-million", ".ssrec");
        try {
            write(file, events);
            ThreadMXBean clock = ManagementFactory.getThreadMXBean();
            System.out.printf(Locale.ROOT, "%d events, %.1f MB%n", events, Files.size(file) / 1e6);
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                long cpu = clock.getCurrentThreadCpuTime();
                Recording recording = RecordingFile.read(file);
                long read = System.nanoTime();
                long readCpu = clock.getCurrentThreadCpuTime();
                TimelineData data = TimelineData.of(recording);
                System.out.printf(Locale.ROOT, "read in %.2f s (CPU %.2f s), lanes of %d threads ready after %.2f s%n",
                        (read - start) / 1e9, (readCpu - cpu) / 1e9, data.recording().threads().size(),
                        (System.nanoTime() - start) / 1e9);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void write(Path file, long events) {
        Recorder recorder = new Recorder("ten million", Map.of());
        Random random = new Random(1);
        try (RecordingWriter writer = RecordingWriter.follow(recorder, file)) {
            long[] cpu = new long[THREADS];
            for (int thread = 0; thread < THREADS; thread++)
                recorder.add(new TraceEvent.ThreadSeen(0, thread, "pool-1-thread-" + (thread + 1), false));
            long now = 0;
            for (long i = 0; i < events; i++) {
                int thread = (int) (i % THREADS);
                if (thread == 0)
                    now += 20_000_000;
                cpu[thread] += random.nextInt(20_000_000);
                recorder.add(new TraceEvent.ThreadSample(now + 1000L * thread, thread, cpu[thread]));
            }
            writer.finish(now + 20_000_000);
        }
    }
}
