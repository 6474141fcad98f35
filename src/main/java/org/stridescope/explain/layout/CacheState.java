package org.stridescope.explain.layout;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lines in a {@link CacheModel} at one moment of a walk. */
final class CacheState {
    private final int sets;
    private final int ways;
    /** One row of tags a set, the most recently used first; -1 is empty. Unused when any line may stand anywhere. */
    private final long[] tags;
    private final Map<Long, Boolean> anywhere;
    private long last = -1;
    private long touches;
    private long misses;

    CacheState(CacheModel model) {
        long lines = model.lines();
        boolean associative = model.ways() == 0 || model.ways() >= lines;
        ways = associative ? 0 : model.ways();
        sets = associative ? 1 : Math.toIntExact(Math.max(1, lines / ways));
        tags = new long[sets * ways];
        Arrays.fill(tags, -1);
        anywhere = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
                return size() > lines;
            }
        };
    }

    /** Line touches so far; staying on one line counts once. */
    long touches() {
        return touches;
    }

    long misses() {
        return misses;
    }

    void touch(long line) {
        if (line == last)
            return;
        last = line;
        touches++;
        if (ways == 0 ? anywhere.put(line, true) == null : touchSet(line))
            misses++;
    }

    /** Moves the line to the front of its set; whether it was missing. */
    private boolean touchSet(long line) {
        int from = (int) Math.floorMod(line, (long) sets) * ways;
        int at = 0;
        while (at < ways - 1 && tags[from + at] != line)
            at++;
        boolean missing = tags[from + at] != line;
        System.arraycopy(tags, from, tags, from + 1, at);
        tags[from] = line;
        return missing;
    }
}
