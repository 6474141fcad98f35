package org.stridescope.ui.model.timeline;

import java.util.List;

/**
 * The mean over those of several threads that are there at a time. From afar it is read from a sum found once; close by,
 * where there is little to read of each, from the threads themselves.
 */
final class GroupSignal implements Signal {
    private static final int LEAST_CELLS = 4096;
    private static final int MOST_CELLS = 1 << 16;
    /** Cells of all members together that are read once, when the recording is opened: some tens of milliseconds. */
    private static final int AFFORDED = 6_000_000;

    private final List<Signal> members;
    private final Span whole;
    private final int cells;
    private final StepsPyramid far;

    GroupSignal(List<Signal> members, long length) {
        this.members = List.copyOf(members);
        whole = new Span(0, Math.max(1, length));
        cells = Math.clamp(AFFORDED / Math.max(1, members.size()), LEAST_CELLS, MOST_CELLS);
        far = new StepsPyramid(new Cells(sum(whole, cells), whole));
    }

    @Override
    public void columns(Span view, Columns into) {
        if (view.length() / Math.max(1.0, into.count()) >= 2.0 * whole.length() / cells) {
            far.columns(view, into);
            return;
        }
        into.clear();
        Columns sum = sum(view, into.count());
        for (int column = 0; column < into.count(); column++) {
            float mean = sum.mean(column);
            into.add(column, column + 1, mean, mean, mean);
        }
        into.finish();
    }

    private Columns sum(Span view, int count) {
        Columns one = new Columns(count);
        Columns sum = new Columns(count);
        sum.clear();
        int[] there = new int[count];
        for (Signal member : members) {
            member.columns(view, one);
            sum.addAll(one, there);
        }
        sum.divide(there);
        return sum;
    }

    private record Cells(Columns columns, Span whole) implements Steps {
        @Override
        public int count() {
            return columns.count();
        }

        @Override
        public long edge(int i) {
            return whole.at((double) i / columns.count());
        }

        @Override
        public double level(int i) {
            return columns.mean(i);
        }
    }
}
