package org.stridescope.ui.model.arrays;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.LongStream;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;
import org.stridescope.explain.broadcast.BroadcastFrames;
import org.stridescope.explain.broadcast.Operand;
import org.stridescope.ufunc.Elementwise;
import org.stridescope.ufunc.Ufunc;
import org.stridescope.ufunc.Ufuncs;
import org.stridescope.ui.model.Playhead;

/**
 * The broadcast bench: operands as typed, the rule axis by axis, then one output cell after the other, on one clock. Operands
 * are read in the background, as they may be expressions; the last ones asked for win.
 */
public final class BroadcastModel {
    /** Output cells that are played. */
    public static final int PLAYED = 2000;
    private static final long STEP = 600_000_000;
    private static final List<String> NAMES = List.of("a", "b", "c");

    /** What is done with each pair of items. */
    public enum Operation {
        ADD("+", Ufuncs.ADD), SUBTRACT("\u2212", Ufuncs.SUBTRACT), MULTIPLY("\u00d7", Ufuncs.MULTIPLY);

        private final String sign;
        private final Ufunc ufunc;

        Operation(String sign, Ufunc ufunc) {
            this.sign = sign;
            this.ufunc = ufunc;
        }

        public String sign() {
            return sign;
        }
    }

    /**
     * Operands with their frames.
     *
     * @param result of the operation; null where the shapes do not fit, or it is too large to be held for a look
     */
    public record Scene(List<NDArray> arrays, BroadcastFrames frames, Operation operation, @Nullable NDArray result) {
        /** One output item as a cell shows it. */
        public String text(long... output) {
            return result == null ? "\u2026" : ItemText.at(result, result.layout().offset(output));
        }

        /** Bytes of an output item. */
        public int itemsize() {
            return result == null
                    ? arrays.stream().mapToInt(NDArray::itemsize).max().orElse(8)
                    : result.itemsize();
        }

        /** Steps: one an axis, then one an output cell. */
        public int steps() {
            return frames.rules().size() + (frames.error().isPresent() ? 0 : (int) Math.min(PLAYED, frames.size()));
        }
    }

    private final OperandReader reader;
    private final Supplier<String> script;
    private final Executor background;
    private final Executor ui;
    private final Playhead playhead = new Playhead();
    private final ReadOnlyObjectWrapper<@Nullable Scene> scene = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private int asked;

    /** {@code script} gives the array bench's script, for operands that are expressions. */
    public BroadcastModel(ScriptEngine engine, Supplier<String> script, Executor background, Executor ui) {
        reader = new OperandReader(engine);
        this.script = script;
        this.background = background;
        this.ui = ui;
    }

    /** Shows these operands; blank ones are left out. */
    public void show(List<String> typed, Operation operation) {
        int ask = ++asked;
        String now = script.get();
        background.execute(() -> {
            try {
                List<NDArray> arrays = new ArrayList<>();
                List<Operand> operands = new ArrayList<>();
                for (String text : typed) {
                    if (text.isBlank())
                        continue;
                    NDArray array = reader.read(text, now);
                    operands.add(new Operand(NAMES.get(arrays.size()), array.shape(), array.itemsize()));
                    arrays.add(array);
                }
                BroadcastFrames frames = BroadcastFrames.of(operands);
                Scene read = new Scene(arrays, frames, operation, result(arrays, frames, operation));
                ui.execute(() -> done(ask, read, ""));
            } catch (ArrayError e) {
                ui.execute(() -> done(ask, null, String.valueOf(e.getMessage())));
            }
        });
    }

    private static @Nullable NDArray result(List<NDArray> arrays, BroadcastFrames frames, Operation operation) {
        if (arrays.isEmpty() || frames.error().isPresent() || frames.size() > OperandReader.MOST_ITEMS)
            return null;
        NDArray result = arrays.getFirst();
        for (NDArray next : arrays.subList(1, arrays.size()))
            result = Elementwise.apply(operation.ufunc, ArrayMemory.collected(), result, next);
        return result;
    }

    private void done(int ask, @Nullable Scene read, String fault) {
        if (ask != asked)
            return;
        message.set(fault);
        scene.set(read);
        int steps = read == null ? 0 : read.steps();
        playhead.load(steps * STEP, LongStream.rangeClosed(0, steps).map(i -> i * STEP).toArray());
        playhead.seek(0);
    }

    /** Steps done at the time of the playhead. */
    public int step() {
        Scene now = scene.get();
        return now == null ? 0 : (int) Math.min(now.steps(), playhead.time().get() / STEP);
    }

    /** Goes to a step. */
    public void seek(long step) {
        playhead.pause();
        playhead.seek(step * STEP);
    }

    /** Index of the output cell at the time of the playhead; null while the rule is still being applied. */
    public long @Nullable [] output() {
        Scene now = scene.get();
        if (now == null || now.frames().error().isPresent())
            return null;
        int cell = step() - now.frames().rules().size() - 1;
        return cell < 0 ? null : now.frames().outputIndex(cell);
    }

    public Playhead playhead() {
        return playhead;
    }

    public ReadOnlyObjectProperty<@Nullable Scene> scene() {
        return scene.getReadOnlyProperty();
    }

    /** What could not be read; empty when all is well. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }
}
