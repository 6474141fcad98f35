package org.stridescope.schedule.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.graph.Operation;
import org.stridescope.graph.Task;
import org.stridescope.graph.TaskGraph;
import org.stridescope.schedule.Executor;
import org.stridescope.schedule.PrivateFolder;
import org.stridescope.schedule.ScheduleError;
import org.stridescope.schedule.ScheduleError.Reason;
import org.stridescope.schedule.Worker;

/**
 * Workers that are processes of their own: what one does cannot hold up another, but arguments and results have to get there
 * and back. Arrays lie in files that all map (in memory where the system has such files); an array is copied once when it is
 * made, and not again however many tasks read it. Small values go through the pipes. A process starts with the first task it
 * gets and lives until this is closed. One run at a time.
 */
public final class ProcessesExecutor implements Executor {
    /** The start of a JVM outweighs many small tasks, and a trip through the pipes some: larger batches than threads. */
    private static final long BATCH_NANOS = 2_000_000;

    private final PrivateFolder folder;
    private final SharedFiles files;
    private final Parcels parcels;
    private final Arguments arguments;
    private final List<ProcessWorker> workers = new ArrayList<>();

    private ProcessesExecutor(ProcessLaunch launch, int count, ParcelCodec codec) {
        folder = PrivateFolder.inMemory();
        files = new SharedFiles(folder.path(), "argument-");
        parcels = new Parcels(codec);
        arguments = new Arguments(files, parcels);
        for (int i = 1; i <= count; i++)
            workers.add(new ProcessWorker("process " + i, launch, folder.path(), arguments, this::value));
    }

    public static ProcessesExecutor of(ProcessLaunch launch, int workers) {
        return of(launch, workers, ParcelCodec.PLAIN);
    }

    /** @param codec what need not be sent, as the workers know it */
    public static ProcessesExecutor of(ProcessLaunch launch, int workers, ParcelCodec codec) {
        if (workers < 1)
            throw new ScheduleError(Reason.WORKERS, "there must be at least one worker, not " + workers);
        return new ProcessesExecutor(launch, workers, codec);
    }

    @Override
    public String name() {
        return "processes";
    }

    @Override
    public List<Worker> workers() {
        return List.copyOf(workers);
    }

    /** Starts all workers now, at once, instead of each with its first task. */
    public void startAll() {
        List<Thread> starts = workers.stream().map(worker -> Thread.ofVirtual().start(worker::startNow)).toList();
        try {
            for (Thread start : starts)
                start.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The workers' process numbers; -1 for one that is not started. */
    public List<Long> pids() {
        return workers.stream().map(ProcessWorker::pid).toList();
    }

    /** Where arrays are shared, for who wants to see that nothing is left. */
    public Path folder() {
        return folder.path();
    }

    @Override
    public long batchNanos() {
        return BATCH_NANOS;
    }

    @Override
    public boolean sharesMemory() {
        return false;
    }

    @Override
    public void check(TaskGraph graph) {
        for (int number = 0; number < graph.size(); number++) {
            Task task = graph.task(number);
            Operation operation = task.operation();
            if (!operation.isPortable()) {
                throw new ScheduleError(Reason.NOT_PORTABLE, task.key(), "task " + task.key() + ": " + operation.name()
                        + " lives in this process only, so it cannot run in another: use the threads scheduler", null);
            }
        }
        arguments.forget();
    }

    @Override
    public @Nullable Object value(@Nullable Object held) {
        return switch (held) {
            case SharedArray array -> files.adopt(array);
            case Parcel parcel -> parcels.open(parcel, files::adopt);
            case List<?> list -> {
                List<@Nullable Object> values = new ArrayList<>();
                for (Object item : list)
                    values.add(value(item));
                yield values;
            }
            case null -> null;
            default -> held;
        };
    }

    @Override
    public @Nullable Object toDisk(@Nullable Object held, Path to) {
        return switch (held) {
            case SharedArray array -> files.moved(array, to);
            case Parcel parcel when !parcel.arrays().isEmpty() -> new Parcel(parcel.content(),
                    parcel.arrays().stream().map(array -> files.moved(array, to)).toList());
            case null, default -> null;
        };
    }

    @Override
    public void release(@Nullable Object held) {
        if (held instanceof SharedArray array)
            files.delete(array);
        else if (held instanceof Parcel parcel)
            parcel.arrays().forEach(files::delete);
        else if (held instanceof List<?> list)
            list.forEach(this::release);
    }

    @Override
    public void close() {
        workers.forEach(ProcessWorker::close);
        folder.close();
    }
}
