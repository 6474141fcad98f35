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
import org.stridescope.array.NDArray;
import org.stridescope.einsum.Subscripts;
import org.stridescope.explain.broadcast.EinsumFrames;
import org.stridescope.explain.broadcast.Operand;
import org.stridescope.ui.model.Playhead;

/** The einsum side of the broadcast bench: subscripts as loops, one multiply-and-add after the other. */
public final class EinsumModel {
    /** Multiply-and-add steps that are played. */
    public static final int PLAYED = 2000;
    private static final long STEP = 600_000_000;
    private static final List<String> NAMES = List.of("a", "b", "c");

    /** Operands with their loops. */
    public record Scene(List<NDArray> arrays, EinsumFrames frames) {
        public int steps() {
            return (int) Math.min(PLAYED, frames.size());
        }

        /** A product or a sum as a cell shows it. */
        public String text(double value) {
            boolean whole = arrays.stream().allMatch(array -> array.dtype().isInteger());
            return whole ? Long.toString((long) value).replace('-', '\u2212') : ItemText.real(value);
        }

        /** Product of one step. */
        public double product(EinsumFrames.Step step) {
            double product = 1;
            for (int i = 0; i < arrays.size(); i++) {
                product *= arrays.get(i).getDouble(step.items().get(i).stream().mapToLong(Long::longValue).toArray());
            }
            return product;
        }

        /** What stands in an output item after so many steps; empty before the first that adds to it. */
        public java.util.OptionalDouble sum(int steps, long... output) {
            long per = frames.summedSteps();
            long at = 0;
            long[] shape = frames.outputShape();
            for (int axis = 0; axis < shape.length; axis++)
                at = at * shape[axis] + output[axis];
            if (at * per >= steps)
                return java.util.OptionalDouble.empty();
            double sum = 0;
            for (long t = at * per; t < Math.min(steps, (at + 1) * per); t++)
                sum += product(frames.step(t));
            return java.util.OptionalDouble.of(sum);
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

    public EinsumModel(ScriptEngine engine, Supplier<String> script, Executor background, Executor ui) {
        reader = new OperandReader(engine);
        this.script = script;
        this.background = background;
        this.ui = ui;
    }

    /** Shows {@code 'ij,jk->ik'} of these operands, by the rules of einsum: implicit output, traces, ellipses. */
    public void show(String subscripts, List<String> typed) {
        int ask = ++asked;
        String now = script.get();
        background.execute(() -> {
            try {
                Scene read = read(subscripts.replace(" ", ""), typed, now);
                ui.execute(() -> done(ask, read, ""));
            } catch (ArrayError e) {
                ui.execute(() -> done(ask, null, String.valueOf(e.getMessage())));
            }
        });
    }

    private Scene read(String subscripts, List<String> typed, String now) {
        long terms = subscripts.split("->", -1)[0].chars().filter(c -> c == ',').count() + 1;
        List<NDArray> arrays = new ArrayList<>();
        List<Operand> operands = new ArrayList<>();
        // a field that the subscripts have no term for is not taken for a mistake: it waits for the next subscripts
        for (String text : typed) {
            if (text.isBlank() || arrays.size() == terms)
                continue;
            NDArray array = reader.read(text, now);
            operands.add(new Operand(NAMES.get(arrays.size()), array.shape(), array.itemsize()));
            arrays.add(array);
        }
        return new Scene(arrays,
                EinsumFrames.of(Subscripts.parse(subscripts, arrays.toArray(NDArray[]::new)), operands));
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
