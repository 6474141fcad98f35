package org.stridescope.trace;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Events in order of time that grow at the end and are handed out as immutable prefixes without a copy: what has been handed
 * out is never written again. An event that comes late is put in its place; where that lies in a part already handed out, the
 * rest is copied first. Not for several threads at once.
 */
final class GrowingList<E extends TraceEvent> {
    private TraceEvent[] items = new TraceEvent[16];
    private int count;
    private int handedOut;

    void add(E event) {
        if (count == items.length)
            copy(2 * count);
        int at = count;
        while (at > 0 && items[at - 1].nanos() > event.nanos())
            at--;
        if (at < handedOut)
            copy(items.length);
        System.arraycopy(items, at, items, at + 1, count - at);
        items[at] = event;
        count++;
    }

    private void copy(int length) {
        items = Arrays.copyOf(items, length);
        handedOut = 0;
    }

    /** What has come so far. */
    List<E> soFar() {
        handedOut = count;
        return new Prefix<>(items, count);
    }

    private static final class Prefix<E extends TraceEvent> extends AbstractList<E> implements RandomAccess {
        private final TraceEvent[] items;
        private final int size;

        Prefix(TraceEvent[] items, int size) {
            this.items = items;
            this.size = size;
        }

        @Override
        @SuppressWarnings("unchecked") // only an E is ever added
        public E get(int index) {
            return (E) items[Objects.checkIndex(index, size)];
        }

        @Override
        public int size() {
            return size;
        }
    }
}
