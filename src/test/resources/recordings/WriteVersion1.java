package org.stridescope.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Wrote version-1.ssrec with the writer of that version, the last commit of which is the one before "files of version 2":
 * compiled together with src/main/java/org/stridescope/trace of that commit, and run with the file's name.
 */
final class WriteVersion1 {
    private static final long MS = 1_000_000;

    public static void main(String[] args) {
        List<TraceEvent> events = new ArrayList<>();
        events.add(new TraceEvent.ThreadSeen(0, 0, "stridescope-worker-1", false));
        events.add(new TraceEvent.ThreadSeen(0, 1, "OpenMP worker 1", true));
        for (int i = 0; i <= 50; i++) {
            events.add(new TraceEvent.ThreadSample(20 * i * MS, 0, 18 * i * MS));
            events.add(new TraceEvent.ThreadSample(20 * i * MS, 1, 5 * i * MS));
            events.add(new TraceEvent.MemorySample(20 * i * MS, (30L + i) << 20, (i / 10L) << 24, 200L << 20));
        }
        events.add(new TraceEvent.Collection(400 * MS, "G1 Young Generation", 3 * MS));
        events.add(new TraceEvent.RunStarted(100 * MS, 0, "loops", 40, 30, 2));
        events.add(new TraceEvent.TileDone(500 * MS, 0, 0, 0, 20, 0, 30, 100 * MS, 0,
                new TilePreview(1, 2, new float[]{1.5f, 2.5f})));
        events.add(new TraceEvent.TileDone(900 * MS, 0, 1, 20, 40, 0, 30, 500 * MS, 1,
                new TilePreview(1, 2, new float[]{3.5f, 4.5f})));
        events.add(new TraceEvent.RunEnded(900 * MS, 0, RunOutcome.DONE, ""));
        events.sort(java.util.Comparator.comparingLong(TraceEvent::nanos));
        RecordingFile.write(Recording.of("distance", Map.of("metric", "cityblock"), 1000 * MS, events),
                Path.of(args[0]));
    }
}
