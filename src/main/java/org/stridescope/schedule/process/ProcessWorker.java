package org.stridescope.schedule.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.stridescope.schedule.Batch;
import org.stridescope.schedule.ScheduleError;
import org.stridescope.schedule.ScheduleError.Reason;
import org.stridescope.schedule.Worker;

/**
 * This side of a worker process: sends batches, reads what became of each task. A process that is gone is replaced when there
 * is something to do again, and its tasks are told lost. Driven by one thread.
 */
final class ProcessWorker implements Worker {
    private static final int MOST_FAILED_STARTS = 3;
    private static final long END_SECONDS = 2;

    private final String name;
    private final ProcessLaunch launch;
    private final Path folder;
    private final Arguments arguments;
    private final UnaryOperator<@Nullable Object> opening;
    private @Nullable Connection connection;
    private int failedStarts;

    /** @param opening finds the value behind a parcel */
    ProcessWorker(String name, ProcessLaunch launch, Path folder, Arguments arguments,
            UnaryOperator<@Nullable Object> opening) {
        this.name = name;
        this.launch = launch;
        this.folder = folder;
        this.arguments = arguments;
        this.opening = opening;
    }

    /** A process that said hello; {@code clockOffset} brings its nanoseconds to ours. */
    private record Connection(Process process, DataInputStream in, DataOutputStream out, long clockOffset) {}

    @Override
    public String name() {
        return name;
    }

    /** The process's number; -1 where there is none now. */
    synchronized long pid() {
        return connection == null ? -1 : connection.process.pid();
    }

    @Override
    public void run(Batch batch) {
        int count = 0;
        while (batch.claim() >= 0)
            count++;
        if (count == 0)
            return;
        int answered = 0;
        try {
            Connection to = connect();
            send(batch, count, to);
            batch.begun(0, System.nanoTime());
            for (; answered < count; answered++) {
                receive(batch, answered, to);
                if (answered + 1 < count)
                    batch.begun(answered + 1, System.nanoTime());
            }
        } catch (IOException e) {
            drop();
            for (int at = answered; at < count; at++)
                batch.lost(at);
        }
    }

    /** Starts the process if it is not; one that does not start is tried again, and its failure told, by the first batch. */
    void startNow() {
        try {
            connect();
        } catch (IOException | ScheduleError e) {
            drop();
        }
    }

    private void send(Batch batch, int count, Connection to) throws IOException {
        to.out.writeInt(count);
        for (int at = 0; at < count; at++) {
            TaskMessage.write(batch.task(at).operation(), arguments.share(batch.arguments(at)), arguments, to.out);
        }
        to.out.flush();
    }

    private void receive(Batch batch, int at, Connection from) throws IOException {
        if (from.in.readInt() != at)
            throw new IOException("an answer to another question");
        long start = from.in.readLong() + from.clockOffset;
        long end = from.in.readLong() + from.clockOffset;
        long transfer = from.in.readLong();
        if (from.in.readBoolean()) {
            Object result = Wire.read(from.in);
            long moved = arguments.takeMovedBytes() + Arguments.bytes(result);
            batch.done(at, result, start, end, transfer, moved);
        } else {
            batch.failed(at, failure(Wire.read(from.in)), start, end);
        }
    }

    /** What the task threw, where it is of our own kinds; else a sentence. */
    private Throwable failure(@Nullable Object told) {
        return opening.apply(told) instanceof Throwable thrown
                ? thrown
                : new ScheduleError(Reason.TASK, String.valueOf(told));
    }

    private Connection connect() throws IOException {
        synchronized (this) {
            if (connection != null)
                return connection;
        }
        Connection made = start();
        synchronized (this) {
            connection = made;
        }
        return made;
    }

    private Connection start() throws IOException {
        Process process = launch.start(folder);
        try {
            var in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
            var out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
            long offset = -in.readLong() + System.nanoTime();
            failedStarts = 0;
            return new Connection(process, in, out, offset);
        } catch (IOException e) {
            process.destroyForcibly();
            if (++failedStarts >= MOST_FAILED_STARTS) {
                throw new ScheduleError(Reason.WORKERS, null,
                        name + " ends as soon as it is started (" + failedStarts + " times): is there memory for it?",
                        e);
            }
            throw e;
        }
    }

    /** Kills the process: whatever it was doing ends. */
    @Override
    public synchronized boolean interrupt() {
        if (connection != null)
            connection.process.destroyForcibly();
        return true;
    }

    private synchronized void drop() {
        if (connection != null)
            connection.process.destroyForcibly();
        connection = null;
    }

    /** Ends the process, kindly at first. */
    synchronized void close() {
        Connection open = connection;
        connection = null;
        if (open == null)
            return;
        try {
            open.out.close(); // it ends when its input does
            if (!open.process.waitFor(END_SECONDS, TimeUnit.SECONDS))
                open.process.destroyForcibly();
        } catch (IOException e) {
            open.process.destroyForcibly();
        } catch (InterruptedException e) {
            open.process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
