package org.stridescope.ui.model.arrays;

import java.util.BitSet;
import java.util.concurrent.Executor;
import java.util.stream.LongStream;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import org.stridescope.explain.layout.CacheModel;
import org.stridescope.explain.layout.Traversal;
import org.stridescope.ui.model.Playhead;

/**
 * Two walks over the shown array on one clock, C order and F order, with the cache lines they fetch. The first
 * {@link #FOLLOWED} steps are played; the counts are of the whole walks and come from the background.
 */
public final class WalkModel {
    /** Steps that can be played. */
    public static final int FOLLOWED = 4096;
    private static final long LONGEST_STEP = 250_000_000;
    private static final long SHORTEST_STEP = 5_000_000;
    private static final long WHOLE = 12_000_000_000L;

    /**
     * Both walks with their misses.
     *
     * @param c misses of the first steps in C order
     * @param f misses of the first steps in F order
     * @param cCount of the whole walk; null until it is counted
     */
    public record Walks(Traversal inC, Traversal inF, BitSet c, BitSet f, CacheModel.@Nullable Count cCount,
            CacheModel.@Nullable Count fCount) {
        /** Steps that are played. */
        public int steps() {
            return (int) Math.min(FOLLOWED, inC.size());
        }
    }

    private final Executor background;
    private final Executor ui;
    private final Playhead playhead = new Playhead();
    private final ObjectProperty<CacheModel> cache = new SimpleObjectProperty<>(CacheModel.L1);
    private final BooleanProperty cOrder = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<@Nullable Walks> walks = new ReadOnlyObjectWrapper<>();
    private @Nullable ShownArray shown;
    private long step = LONGEST_STEP;
    private int asked;

    public WalkModel(Executor background, Executor ui) {
        this.background = background;
        this.ui = ui;
        cache.addListener(_ -> show(shown));
    }

    /** Walks over this array from the start; over nothing for null. */
    public void show(@Nullable ShownArray array) {
        shown = array;
        int ask = ++asked;
        if (array == null) {
            walks.set(null);
            playhead.load(0, new long[0]);
            return;
        }
        Traversal inC = array.walk(true);
        Traversal inF = array.walk(false);
        CacheModel model = cache.get();
        int steps = (int) Math.min(FOLLOWED, inC.size());
        step = Math.clamp(WHOLE / Math.max(1, steps), SHORTEST_STEP, LONGEST_STEP);
        walks.set(new Walks(inC, inF, model.missedSteps(inC, steps), model.missedSteps(inF, steps), null, null));
        playhead.load(steps * step, LongStream.rangeClosed(0, steps).map(i -> i * step).toArray());
        playhead.seek(0);
        background.execute(() -> {
            CacheModel.Count c = model.count(inC);
            CacheModel.Count f = model.count(inF);
            ui.execute(() -> counted(ask, c, f));
        });
    }

    private void counted(int ask, CacheModel.Count c, CacheModel.Count f) {
        Walks now = walks.get();
        if (ask == asked && now != null)
            walks.set(new Walks(now.inC(), now.inF(), now.c(), now.f(), c, f));
    }

    /** Items visited at the time of the playhead, 0 before the first. */
    public int visited() {
        Walks now = walks.get();
        return now == null ? 0 : (int) Math.min(now.steps(), playhead.time().get() / step);
    }

    public Playhead playhead() {
        return playhead;
    }

    /** Line size, capacity and ways of the cache that is modelled. */
    public ObjectProperty<CacheModel> cache() {
        return cache;
    }

    /** Which walk the cells show: C order or F order. */
    public BooleanProperty cOrder() {
        return cOrder;
    }

    public ReadOnlyObjectProperty<@Nullable Walks> walks() {
        return walks.getReadOnlyProperty();
    }
}
