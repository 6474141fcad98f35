package org.stridescope.ui.model.chunks;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import org.stridescope.chunked.Rechunk;
import org.stridescope.lab.graph.ChunkStudy;
import org.stridescope.lab.graph.GraphLabError;
import org.stridescope.lab.graph.GraphRunner;
import org.stridescope.lab.weather.WeatherFiles;
import org.stridescope.lab.weather.WeatherLesson;
import org.stridescope.schedule.RunOptions;
import org.stridescope.ui.model.Figures;

/**
 * The chunk bench: what is typed becomes a study at once; the mean and the weather are computed in the background, one at a
 * time. Changed on the window's thread only.
 */
public final class ChunkBenchModel implements AutoCloseable {
    private final GraphRunner runner;
    private final Executor background;
    private final Executor window;
    private final int workers;
    private final long memory;
    private final StringProperty shape = new SimpleStringProperty("20000, 20000");
    private final StringProperty chunks = new SimpleStringProperty("auto");
    private final StringProperty recut = new SimpleStringProperty("5000, -1");
    private final ReadOnlyObjectWrapper<@Nullable ChunkStudy> study = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<int[]> picked = new ReadOnlyObjectWrapper<>(new int[0]);
    private final ReadOnlyObjectWrapper<@Nullable WeatherLesson> weather = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper measured = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private AtomicBoolean cancelled = new AtomicBoolean();

    /** @param memory bytes of this machine, which advice is about */
    public ChunkBenchModel(GraphRunner runner, Executor background, Executor window, int workers, long memory) {
        this.runner = runner;
        this.background = background;
        this.window = window;
        this.workers = workers;
        this.memory = memory;
        shape.addListener(_ -> look());
        chunks.addListener(_ -> look());
        recut.addListener(_ -> look());
        look();
    }

    private void look() {
        picked.set(new int[0]);
        measured.set("");
        try {
            study.set(ChunkStudy.of(shape.get(), chunks.get(), recut.get(), workers, memory));
            message.set("");
        } catch (GraphLabError e) {
            message.set(String.valueOf(e.getMessage()));
        }
    }

    /** Picks a block of the new cut, to see what it is made of; none for no index. */
    public void pick(int... block) {
        picked.set(block);
    }

    /** The parts of old blocks that the picked one is put together from. */
    public List<Rechunk.Part> sources() {
        ChunkStudy now = study.get();
        int[] block = picked.get();
        return now == null || block.length == 0 ? List.of() : Rechunk.parts(now.before(), now.after(), block);
    }

    /** Of the picked block, in a sentence. */
    public String pickedWords() {
        List<Rechunk.Part> parts = sources();
        if (parts.isEmpty())
            return "Click a block of the new cut: the old blocks that it is made of light up.";
        String name = "Block " + java.util.Arrays.toString(picked.get()).replace('[', '(').replace(']', ')');
        return parts.size() == 1
                ? name + " lies in one old block: it is a view, nothing is copied."
                : name + " is put together from parts of " + parts.size()
                        + " old blocks: they must all be there first.";
    }

    /** Computes the mean of random numbers in these chunks, and sees how far memory grows. */
    public void measure() {
        ChunkStudy of = study.get();
        if (of == null)
            return;
        AtomicBoolean stop = begin();
        run(() -> of.measure(runner, RunOptions.DEFAULT.withCancelled(stop::get)),
                result -> measured.set(words(result)));
    }

    private static String words(ChunkStudy.Measured result) {
        String grown = result.grownBytes() < 0
                ? "this system does not tell how far the process grew"
                : "the process grew by " + Figures.bytes(result.grownBytes())
                        + " meanwhile, with its heap, compiled code"
                        + " and buffers that wait to be used again";
        return String.format(java.util.Locale.ROOT, "Measured: mean %.5f in %s; blocks took %s at most; %s.",
                result.mean(), Figures.duration(result.seconds()), Figures.bytes(result.blockBytes()), grown);
    }

    /** Writes the days, computes both maps; the files go afterwards. */
    public void computeWeather(WeatherFiles files) {
        AtomicBoolean stop = begin();
        run(() -> WeatherLesson.run(files, workers, stop::get), weather::set);
    }

    private AtomicBoolean begin() {
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        message.set("");
        running.set(true);
        return stop;
    }

    private <T> void run(Callable<T> work, Consumer<T> done) {
        background.execute(() -> {
            try {
                T result = work.call();
                window.execute(() -> ended(() -> done.accept(result)));
            } catch (Exception | OutOfMemoryError e) { // told to who waits, whatever it is
                String said = e.getMessage() == null ? e.toString() : e.getMessage();
                window.execute(() -> ended(() -> message.set(said)));
            }
        });
    }

    private void ended(Runnable tell) {
        running.set(false);
        tell.run();
    }

    public void cancel() {
        cancelled.set(true);
    }

    public StringProperty shape() {
        return shape;
    }

    public StringProperty chunks() {
        return chunks;
    }

    public StringProperty recut() {
        return recut;
    }

    public int workers() {
        return workers;
    }

    public ReadOnlyObjectProperty<@Nullable ChunkStudy> study() {
        return study.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<int[]> picked() {
        return picked.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable WeatherLesson> weather() {
        return weather.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty measured() {
        return measured.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    @Override
    public void close() {
        cancel();
    }
}
