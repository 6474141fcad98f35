package org.stridescope.ui.model.arrays;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.Shapes;
import org.stridescope.explain.layout.Variable;
import org.stridescope.io.ArrayFiles;
import org.stridescope.io.IoError;
import org.stridescope.io.hdf5.Hdf5Dataset;
import org.stridescope.io.hdf5.Hdf5File;

/** Reads arrays from files in the background, one file at a time; they become variables of the bench. */
public final class OpenedArrays {
    private static final long MOST_READ = 2L << 30;
    private final ArrayBenchModel model;
    private final Executor background;
    private final Executor ui;
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final Object reading = new Object();
    /** The thread that reads; guarded by {@link #reading}. */
    private @Nullable Thread reader;
    private int asked;

    public OpenedArrays(ArrayBenchModel model, Executor background, Executor ui) {
        this.model = model;
        this.background = background;
        this.ui = ui;
    }

    /** Reads all arrays of the file and shows the first. Large ones are mapped, not read. Another file under way is left. */
    public void open(Path file) {
        cancel();
        int ask = ++asked;
        model.say("");
        progress.set("opening " + file.getFileName() + "\u2026");
        background.execute(() -> {
            synchronized (reading) {
                reader = Thread.currentThread();
            }
            try {
                List<Variable> read = read(file, words -> ui.execute(() -> say(ask, words)));
                ui.execute(() -> opened(ask, read));
            } catch (IoError | ArrayError e) {
                ui.execute(() -> failed(ask, String.valueOf(e.getMessage())));
            } finally {
                synchronized (reading) {
                    reader = null;
                    // who cancelled meant the file, not this thread
                    Thread.interrupted();
                }
            }
        });
    }

    /** Leaves the file that is being read; nothing of it is shown. */
    public void cancel() {
        asked++;
        progress.set("");
        synchronized (reading) {
            if (reader != null)
                reader.interrupt();
        }
    }

    /** Of an HDF5 file every dataset, up to what is sensible to hold; larger ones are for scripts, which read them in parts. */
    private static List<Variable> datasets(Path file, Consumer<String> say) {
        List<Variable> read = new ArrayList<>();
        try (Hdf5File hdf5 = Hdf5File.open(file)) {
            List<String> names = hdf5.names();
            if (names.isEmpty())
                throw new IoError(file + ": there is no dataset in it");
            for (String path : names) {
                say.accept("opening " + file.getFileName() + ": " + path + ", " + (read.size() + 1) + " of "
                        + names.size());
                Hdf5Dataset dataset = hdf5.dataset(path);
                if (Shapes.bytes(dataset.dtype().itemsize(), dataset.shape()) > MOST_READ)
                    throw new IoError(dataset.name() + " is larger than " + Shapes.byteText(MOST_READ)
                            + "; read it in parts in a script: h5py.File('" + file + "')['" + path + "']");
                read.add(new Variable(name(path.substring(path.lastIndexOf('/') + 1)),
                        dataset.readAll(ArrayMemory.collected())));
            }
        }
        return read;
    }

    private static List<Variable> read(Path file, Consumer<String> say) {
        if (Hdf5File.isNamedSo(file))
            return datasets(file, say);
        if (!ArrayFiles.isArchive(file))
            return List.of(new Variable(name(stem(file)), ArrayFiles.read(file, ArrayMemory.collected())));
        List<Variable> read = new ArrayList<>();
        List<String> names = ArrayFiles.names(file);
        for (String entry : names) {
            say.accept("opening " + file.getFileName() + ": " + entry + ", " + (read.size() + 1) + " of "
                    + names.size());
            read.add(new Variable(name(entry), ArrayFiles.read(file + ":" + entry, ArrayMemory.collected())));
        }
        return read;
    }

    private void say(int ask, String words) {
        if (ask == asked)
            progress.set(words);
    }

    private void opened(int ask, List<Variable> read) {
        if (ask != asked)
            return;
        progress.set("");
        if (read.isEmpty())
            model.say("the archive holds no array");
        read.reversed().forEach(variable -> model.open(variable.name(), variable.array()));
    }

    private void failed(int ask, String sentence) {
        if (ask != asked)
            return;
        progress.set("");
        model.say(sentence);
    }

    /** What is being read; empty while nothing is. */
    public ReadOnlyStringProperty progress() {
        return progress.getReadOnlyProperty();
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** A name a script could use: points-2 becomes points_2. */
    static String name(String text) {
        String name = text.replaceAll("\\W", "_");
        return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }
}
