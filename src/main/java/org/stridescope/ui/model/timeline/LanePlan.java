package org.stridescope.ui.model.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which rows there are, and where: {@code top(i)} and {@code height(i)} in pixels of a desk. A pool of three threads and more
 * is folded while there are many threads, so that sixty-four of them can be read at once.
 */
public final class LanePlan {
    /** So many threads need no folding. */
    private static final int FEW = 8;
    private static final int POOL = 3;
    /** Names the row of idle threads among the opened pools. */
    public static final String IDLE = "idle threads";

    private final List<LaneRow> rows;
    private final double[] tops;

    private LanePlan(List<LaneRow> rows) {
        this.rows = List.copyOf(rows);
        tops = new double[rows.size() + 1];
        for (int i = 0; i < rows.size(); i++)
            tops[i + 1] = tops[i] + height(rows.get(i));
    }

    /**
     * @param toggled pools that are not as they are by themselves: folded ones opened, open ones folded
     */
    public static LanePlan of(TimelineData data, Set<String> toggled) {
        List<LaneRow> rows = new ArrayList<>();
        if (data.runs().size() > 0)
            rows.add(new LaneRow.Runs());
        if (!data.memory().isEmpty())
            rows.add(new LaneRow.Memory());
        if (data.collections().size() > 0)
            rows.add(new LaneRow.Collections());
        data.workers().forEach(lane -> rows.add(new LaneRow.Worker(lane)));
        int threads = data.groups().stream().mapToInt(group -> group.threads().size()).sum();
        for (ThreadGroup group : data.groups())
            addGroup(rows, group, threads > FEW, toggled);
        if (!data.idle().isEmpty()) {
            boolean open = toggled.contains(IDLE);
            rows.add(new LaneRow.Idle(data.idle().size(), open));
            if (open)
                data.idle().forEach(lane -> rows.add(new LaneRow.Thread(lane, true)));
        }
        return new LanePlan(rows);
    }

    private static void addGroup(List<LaneRow> rows, ThreadGroup group, boolean many, Set<String> toggled) {
        if (group.threads().size() < POOL) {
            group.threads().forEach(lane -> rows.add(new LaneRow.Thread(lane, false)));
            return;
        }
        boolean open = many == toggled.contains(group.pool());
        rows.add(new LaneRow.Pool(group, open));
        if (open)
            group.threads().forEach(lane -> rows.add(new LaneRow.Thread(lane, true)));
    }

    private static double height(LaneRow row) {
        return switch (row) {
            case LaneRow.Runs _ -> 24;
            case LaneRow.Memory _ -> 92;
            case LaneRow.Collections _ -> 18;
            case LaneRow.Worker _ -> 26;
            case LaneRow.Pool _ -> 30;
            case LaneRow.Thread thread -> thread.lane().tasks().size() > 0 ? 28 : 20;
            case LaneRow.Idle _ -> 20;
        };
    }

    public List<LaneRow> rows() {
        return rows;
    }

    public double top(int row) {
        return tops[row];
    }

    public double height(int row) {
        return tops[row + 1] - tops[row];
    }

    public double height() {
        return tops[rows.size()];
    }

    /** The row at a height; -1 where there is none. */
    public int rowAt(double y) {
        if (y < 0 || y >= height())
            return -1;
        int low = 0;
        int high = rows.size() - 1;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (tops[middle] <= y)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }
}
