package org.stridescope.ui.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.stridescope.trace.Recording;
import org.stridescope.trace.RunTrace;
import org.stridescope.trace.TraceEvent.MemorySample;
import org.stridescope.trace.TraceEvent.TileDone;

/**
 * What all panes need of a recording that grows: each snapshot is read from where the one before it ended, so that the
 * sixtieth picture of a second costs as little late in a race as early. Events that come late, behind what has been read, are
 * missed until the race is over and its recording read as a whole. Not for several threads at once.
 */
final class LiveFigures {
    private final Map<Integer, Integer> tilesRead = new HashMap<>();
    private int memoryRead;
    private ValueRange range = ValueRange.NONE;
    private long memoryScale;

    /** @param now a later snapshot of the same race than any before */
    ShownRecording of(Recording now) {
        for (RunTrace run : now.runs()) {
            List<TileDone> tiles = run.tiles();
            int from = Math.min(tilesRead.getOrDefault(run.run(), 0), tiles.size());
            range = range.with(tiles.subList(from, tiles.size()));
            tilesRead.put(run.run(), tiles.size());
        }
        List<MemorySample> samples = now.memory().samples();
        int from = Math.min(memoryRead, samples.size());
        memoryScale = Math.max(memoryScale, MemoryCurve.scale(samples.subList(from, samples.size())));
        memoryRead = samples.size();
        return new ShownRecording(now, range, memoryScale);
    }
}
