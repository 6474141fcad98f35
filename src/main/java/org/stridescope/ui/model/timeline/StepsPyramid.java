package org.stridescope.ui.model.timeline;

/**
 * Means, least and most of a signal over ever longer stretches, found once: the first level of the pyramid has one node for four
 * intervals, each further one half as many. A column of pixels is then made of a few nodes at most, whether it stands
 * for a microsecond or an hour, and all levels together take half a node an interval.
 */
public final class StepsPyramid implements Signal {
    private static final int SHIFT = 2;
    private static final int ABOVE = 1;
    private static final int CHUNK = 256;
    /** Nodes a column at least, so that a node at a column's edge matters little. */
    private static final int NODES = 2;

    private final Steps steps;
    private final Level[] levels;

    private record Level(float[] mean, float[] least, float[] most) {}

    public StepsPyramid(Steps steps) {
        this.steps = steps;
        int height = 0;
        for (int nodes = steps.count(); nodes > 1 << SHIFT; nodes = nodesAbove(nodes, height == 1 ? SHIFT : ABOVE))
            height++;
        levels = new Level[height];
        for (int level = 0; level < height; level++)
            levels[level] = level == 0 ? first() : above(levels[level - 1], level);
    }

    private static int nodesAbove(int nodes, int shift) {
        return nodes + (1 << shift) - 1 >> shift;
    }

    /** Intervals in a node of a level, as a power of two; level 0 is the intervals themselves. */
    private static int shift(int level) {
        return level == 0 ? 0 : SHIFT + ABOVE * (level - 1);
    }

    private Level first() {
        int nodes = nodesAbove(steps.count(), SHIFT);
        Level level = new Level(new float[nodes], new float[nodes], new float[nodes]);
        for (int node = 0; node < nodes; node++) {
            int end = Math.min(steps.count(), node + 1 << SHIFT);
            double sum = 0;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            long start = steps.edge(node << SHIFT);
            long left = start;
            for (int i = node << SHIFT; i < end; i++) {
                double value = steps.level(i);
                long right = steps.edge(i + 1);
                sum += value * (right - left);
                left = right;
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            level.mean[node] = (float) (left == start ? high : sum / (left - start));
            level.least[node] = (float) low;
            level.most[node] = (float) high;
        }
        return level;
    }

    private Level above(Level below, int belowLevel) {
        int nodes = nodesAbove(below.mean.length, ABOVE);
        Level level = new Level(new float[nodes], new float[nodes], new float[nodes]);
        int shift = shift(belowLevel);
        for (int node = 0; node < nodes; node++) {
            int end = Math.min(below.mean.length, node + 1 << ABOVE);
            double sum = 0;
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            long start = edge(node << ABOVE, shift);
            long left = start;
            for (int i = node << ABOVE; i < end; i++) {
                long right = edge(i + 1, shift);
                sum += (double) below.mean[i] * (right - left);
                left = right;
                low = Math.min(low, below.least[i]);
                high = Math.max(high, below.most[i]);
            }
            level.mean[node] = (float) (left == start ? high : sum / (left - start));
            level.least[node] = low;
            level.most[node] = high;
        }
        return level;
    }

    private long edge(int node, int shift) {
        return steps.edge((int) Math.min(steps.count(), (long) node << shift));
    }

    @Override
    public void columns(Span view, Columns into) {
        into.clear();
        int count = steps.count();
        int first = Math.max(0, steps.intervalAt(view.from()));
        int last = Math.min(count - 1, steps.intervalAt(view.to()));
        if (last >= first && view.length() > 0)
            walk(view, into, first, last);
        into.finish();
    }

    private void walk(Span view, Columns into, int first, int last) {
        int level = 0;
        while (level < levels.length
                && last - first + 1 >> shift(level + 1) >= (long) NODES * into.count())
            level++;
        if (level == 0) {
            walkSteps(view, into, first, last);
            return;
        }
        int shift = shift(level);
        double perNano = (double) into.count() / view.length();
        double left = (edge(first >> shift, shift) - view.from()) * perNano;
        for (int node = first >> shift; node <= last >> shift; node++) {
            double right = (edge(node + 1, shift) - view.from()) * perNano;
            Level nodes = levels[level - 1];
            into.add(left, right, nodes.mean[node], nodes.least[node], nodes.most[node]);
            left = right;
        }
    }

    private void walkSteps(Span view, Columns into, int first, int last) {
        long[] edges = new long[CHUNK + 1];
        float[] values = new float[CHUNK];
        double perNano = (double) into.count() / view.length();
        for (int at = first; at <= last; at += CHUNK) {
            int count = Math.min(CHUNK, last + 1 - at);
            steps.read(at, count, edges, values);
            double left = (edges[0] - view.from()) * perNano;
            for (int i = 0; i < count; i++) {
                double right = (edges[i + 1] - view.from()) * perNano;
                into.add(left, right, values[i], values[i], values[i]);
                left = right;
            }
        }
    }

    /** The level at a time; not a number outside the signal. */
    public double at(long nanos) {
        int interval = steps.intervalAt(nanos);
        return interval < 0 || interval >= steps.count() ? Double.NaN : steps.level(interval);
    }

    /** The most that it ever was; 0 for nothing. */
    public double most() {
        if (levels.length == 0) {
            double most = 0;
            for (int i = 0; i < steps.count(); i++)
                most = Math.max(most, steps.level(i));
            return most;
        }
        float most = 0;
        for (float value : levels[levels.length - 1].most)
            most = Math.max(most, value);
        return most;
    }
}
