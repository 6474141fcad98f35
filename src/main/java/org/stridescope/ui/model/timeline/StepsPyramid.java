package org.stridescope.ui.model.timeline;

/**
 * Means, least and most of a signal over ever longer stretches, found once: level {@code k} of the pyramid has one node for
 * {@code 8^k} intervals. A column of pixels is then made of a few nodes, whether it stands for a microsecond or an hour.
 */
public final class StepsPyramid implements Signal {
    private static final int SHIFT = 3;
    /** Nodes a column at least, so that a node at a column's edge matters little. */
    private static final int NODES = 2;

    private final Steps steps;
    private final Level[] levels;

    private record Level(float[] mean, float[] least, float[] most) {}

    public StepsPyramid(Steps steps) {
        this.steps = steps;
        int height = 0;
        for (int nodes = steps.count(); nodes > 1 << SHIFT; nodes = nodesAbove(nodes))
            height++;
        levels = new Level[height];
        for (int level = 0; level < height; level++)
            levels[level] = level == 0 ? first() : above(levels[level - 1], level);
    }

    private static int nodesAbove(int nodes) {
        return nodes + (1 << SHIFT) - 1 >> SHIFT;
    }

    private Level first() {
        int nodes = nodesAbove(steps.count());
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

    private Level above(Level below, int below0) {
        int nodes = nodesAbove(below.mean.length);
        Level level = new Level(new float[nodes], new float[nodes], new float[nodes]);
        int shift = SHIFT * below0;
        for (int node = 0; node < nodes; node++) {
            int end = Math.min(below.mean.length, node + 1 << SHIFT);
            double sum = 0;
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            long start = steps.edge(node << SHIFT << shift);
            long left = start;
            for (int i = node << SHIFT; i < end; i++) {
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
                && last - first + 1 >> SHIFT * (level + 1) >= (long) NODES * into.count())
            level++;
        int shift = SHIFT * level;
        double perNano = (double) into.count() / view.length();
        double left = (edge(first >> shift, shift) - view.from()) * perNano;
        for (int node = first >> shift; node <= last >> shift; node++) {
            double right = (edge(node + 1, shift) - view.from()) * perNano;
            if (level == 0) {
                float value = (float) steps.level(node);
                into.add(left, right, value, value, value);
            } else {
                Level nodes = levels[level - 1];
                into.add(left, right, nodes.mean[node], nodes.least[node], nodes.most[node]);
            }
            left = right;
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
