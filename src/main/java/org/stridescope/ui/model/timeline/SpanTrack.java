package org.stridescope.ui.model.timeline;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Things with a beginning and an end on one lane, one after another: tiles, tasks, stops of the collector. One that begins
 * before the last has ended is shown from there on.
 */
public final class SpanTrack implements Steps {
    /**
     * @param label what it is called; empty where it has no name
     * @param hue number of a hue of the palette
     */
    public record Item(long from, long to, String label, int hue) {
        public Span span() {
            return new Span(from, to);
        }
    }

    private final List<Item> items;
    private final long[] from;
    private final long[] to;
    private final StepsPyramid coverage;

    public SpanTrack(List<Item> unsorted) {
        items = unsorted.stream().sorted(Comparator.comparingLong(Item::from).thenComparingLong(Item::to)).toList();
        from = new long[items.size()];
        to = new long[items.size()];
        long free = 0;
        for (int i = 0; i < from.length; i++) {
            from[i] = Math.max(free, items.get(i).from());
            to[i] = Math.max(from[i], items.get(i).to());
            free = to[i];
        }
        coverage = new StepsPyramid(this);
    }

    public int size() {
        return items.size();
    }

    public Item item(int i) {
        return items.get(i);
    }

    public long from(int i) {
        return from[i];
    }

    public long to(int i) {
        return to[i];
    }

    /** The first item that ends at a time or after it; {@link #size} where none does. */
    public int firstEndingFrom(long nanos) {
        int at = Arrays.binarySearch(to, nanos);
        int first = at >= 0 ? at : -at - 1;
        while (first > 0 && to[first - 1] >= nanos)
            first--;
        return first;
    }

    /** The first item that begins after a time; {@link #size} where none does. */
    public int firstAfter(long nanos) {
        int at = Arrays.binarySearch(from, nanos);
        int after = at >= 0 ? at + 1 : -at - 1;
        while (after < from.length && from[after] <= nanos)
            after++;
        return after;
    }

    /** The item that goes on at a time; -1 where none does. */
    public int at(long nanos) {
        int last = firstAfter(nanos) - 1;
        return last >= 0 && to[last] >= nanos ? last : -1;
    }

    /** Share of the time that any item takes. */
    public Signal coverage() {
        return coverage;
    }

    @Override
    public int count() {
        return Math.max(0, 2 * from.length - 1);
    }

    @Override
    public long edge(int i) {
        return (i & 1) == 0 ? from[i >> 1] : to[i >> 1];
    }

    @Override
    public double level(int i) {
        return (i & 1) == 0 ? 1 : 0;
    }
}
