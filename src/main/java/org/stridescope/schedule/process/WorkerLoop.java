package org.stridescope.schedule.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.NDArray;
import org.stridescope.schedule.PrivateFolder;
import org.stridescope.schedule.ScheduleError;

/**
 * What a worker process does: reads tasks from its standard input, runs one after the other, writes what became of each to its
 * standard output. A reader of its own notices when the input ends, that is when who started it is gone, however busy the
 * worker is: then the shared folder is deleted and the process ends.
 */
public final class WorkerLoop {
    private static final long FLUSH_NANOS = 200_000;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final OperationCatalog catalog;
    private final SharedFiles files;
    private final Parcels parcels;
    private final BlockingQueue<Numbered> tasks = new LinkedBlockingQueue<>();
    private long lastFlush;

    private record Numbered(int number, TaskMessage message, boolean isLast, long readNanos) {}

    private WorkerLoop(InputStream in, OutputStream out, OperationCatalog catalog, SharedFiles files,
            Parcels parcels) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
        this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
        this.catalog = catalog;
        this.files = files;
        this.parcels = parcels;
    }

    /**
     * Serves until the input ends.
     *
     * @param codec what need not be sent, as who started this process knows it
     * @param folder where arrays are shared; deleted at the end
     * @param end ends this process at once
     */
    public static void serve(InputStream in, OutputStream out, OperationCatalog catalog, ParcelCodec codec,
            Path folder, Runnable end)
            throws IOException, InterruptedException {
        String prefix = "result-" + ProcessHandle.current().pid() + "-";
        WorkerLoop loop = new WorkerLoop(in, out, catalog, new SharedFiles(folder, prefix), new Parcels(codec));
        Thread.ofPlatform().daemon().name("task reader").start(() -> loop.read(end));
        loop.out.writeLong(System.nanoTime());
        loop.out.flush();
        loop.run();
    }

    private void read(Runnable end) {
        try {
            while (true) {
                int count = in.readInt();
                for (int number = 0; number < count; number++) {
                    long start = System.nanoTime();
                    TaskMessage message = TaskMessage.read(in);
                    tasks.add(new Numbered(number, message, number == count - 1, System.nanoTime() - start));
                }
            }
        } catch (IOException e) {
            PrivateFolder.delete(files.folder());
            end.run();
        }
    }

    private void run() throws IOException, InterruptedException {
        while (true) {
            Numbered task = tasks.take();
            run(task);
            if (task.isLast() || tasks.isEmpty() || System.nanoTime() - lastFlush > FLUSH_NANOS) {
                out.flush();
                lastFlush = System.nanoTime();
            }
        }
    }

    private void run(Numbered task) throws IOException {
        long begin = System.nanoTime();
        long start = begin;
        long end = begin;
        Object result = null;
        Throwable failure = null;
        try (Mappings mappings = new Mappings(files, parcels); Placements results = new Placements(files)) {
            TaskMessage.Prepared prepared = task.message().prepare(catalog, mappings, results);
            start = System.nanoTime();
            result = prepared.run();
            end = System.nanoTime();
            result = share(result, results);
        } catch (Throwable e) { // the task's failure, whatever it is: told to who asked for it
            end = Math.max(end, System.nanoTime());
            failure = e;
        }
        long shared = System.nanoTime();
        out.writeInt(task.number());
        out.writeLong(start);
        out.writeLong(end);
        out.writeLong(start - begin + shared - end + task.readNanos());
        out.writeBoolean(failure == null);
        if (failure == null)
            Wire.write(result, out);
        else
            Wire.write(told(failure), out);
    }

    /** An error of our own goes whole, as what is wrong may be told by its kind; any other as a sentence. */
    private Object told(Throwable failure) {
        String sentence = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        if (!failure.getClass().getName().startsWith("org.stridescope."))
            return sentence;
        try {
            return parcels.pack(failure, files::put);
        } catch (ScheduleError e) {
            return sentence;
        }
    }

    private @Nullable Object share(@Nullable Object result, Placements results) {
        return switch (result) {
            case NDArray array -> results.share(array);
            case Lent lent -> {
                try (lent) {
                    yield share(lent.value(), results);
                }
            }
            case List<?> list -> {
                List<@Nullable Object> shared = new ArrayList<>();
                for (Object item : list)
                    shared.add(share(item, results));
                yield shared;
            }
            case null -> null;
            default -> Wire.isPlain(result) ? result : parcels.pack(result, results::share);
        };
    }
}
