package org.stridescope.kernel.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.kernel.Cancellation;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.kernel.worker.WorkerServer.Job;

/**
 * A process that runs one function on one problem, as often as asked. The points and the result lie in a file that both
 * processes have mapped, so nothing travels but a line a run. If the function crashes, only that process ends, and
 * {@link #run} says what happened; when the run is cancelled, the process is killed. Nothing is left behind: the file lies in
 * a folder of its own that goes with {@link #close}, and a worker whose parent is gone ends by itself.
 *
 * <p>One thread uses an object at a time; only the cancellation may come from elsewhere.
 */
public final class WorkerProcess implements AutoCloseable {
    private static final List<String> FLAGS = List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData", "-XX:-CreateCoredumpOnCrash");
    /** How often the cancellation is looked at while the worker computes. */
    private static final long LOOK_MILLIS = 20;

    private final WorkerFolder folder;
    private final Arena arena;
    private final MemorySegment file;
    private final Job job;
    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;
    private final Cancellation cancellation;

    /**
     * Starts a worker, about half a second, and copies the points into the shared file.
     *
     * @param problem of float64 points; its metric is not looked at: the function has its own
     * @param cancellation kills the worker as soon as it is set
     */
    @SuppressWarnings("MustBeClosedChecker") // close() closes the arena
    public WorkerProcess(NativeFunction function, DistanceProblem problem, int threads, Cancellation cancellation) {
        if (problem.x().dtype() != DType.FLOAT64)
            throw new WorkerError("a worker takes float64 points, not " + problem.x().dtype().pythonName());
        this.cancellation = cancellation;
        folder = WorkerFolder.create();
        arena = Arena.ofShared();
        try {
            job = new Job(folder.data(), function.library().toAbsolutePath(), function.symbol(), problem.n(),
                    problem.m(), problem.k(), threads);
            file = map(job, arena);
            copy(problem.x(), 0);
            copy(problem.y(), job.yAt());
            List<String> flags = new ArrayList<>(FLAGS);
            flags.add("-XX:ErrorFile=" + folder.crash());
            process = new ProcessBuilder(ChildJvm.command(flags, "kernel-worker"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            answers = process.inputReader(StandardCharsets.UTF_8);
            questions = process.outputWriter(StandardCharsets.UTF_8);
        } catch (IOException e) {
            arena.close();
            folder.delete();
            throw new WorkerError("no worker process could be started: " + e.getMessage(), e);
        }
        try {
            ask(job.line(), "ready");
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static MemorySegment map(Job job, Arena arena) throws IOException {
        try (FileChannel channel = FileChannel.open(job.file(), StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, job.bytes(), arena);
        }
    }

    private void copy(NDArray points, long at) {
        if (points.nbytes() == 0)
            return;
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            NDArray lying = points.isCContiguous() ? points : points.copy(memory);
            MemorySegment.copy(lying.buffer(), lying.layout().offset(), file, at, lying.nbytes());
        }
    }

    /** The result's bytes, shared with the worker: fill them before a run, read them after it. */
    public MemorySegment result() {
        return file.asSlice(job.outAt(), job.outBytes());
    }

    /**
     * Runs the function once, into the result as it stands.
     *
     * @return nanoseconds, measured by the worker
     * @throws WorkerError where it crashed: the sentence says how and where
     * @throws CancellationException where it was cancelled: the worker is gone then
     */
    public long run() {
        return Long.parseLong(ask("run", "done"));
    }

    /** The system's number of the process. */
    public long pid() {
        return process.pid();
    }

    private String ask(String question, String wanted) {
        try {
            questions.write(question + "\n");
            questions.flush();
        } catch (IOException e) {
            throw ended();
        }
        String answer = answer();
        if (answer.startsWith(wanted))
            return answer.substring(wanted.length()).strip();
        throw new WorkerError(answer.replaceFirst("^failed ", ""));
    }

    /** The worker's next line; meanwhile a watch kills the worker if the run is cancelled. */
    private String answer() {
        Thread watch = Thread.ofVirtual().start(this::killWhenCancelled);
        try {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(WorkerServer.MARK))
                    return line.substring(WorkerServer.MARK.length());
            }
        } catch (IOException e) {
            // the stream of a process that is gone
        } finally {
            watch.interrupt();
        }
        throw ended();
    }

    private void killWhenCancelled() {
        try {
            while (!cancellation.isCancelled()) {
                if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS))
                    return;
            }
            process.destroyForcibly();
        } catch (InterruptedException e) {
            // answered
        }
    }

    private RuntimeException ended() {
        if (cancellation.isCancelled())
            return new CancellationException("cancelled");
        try {
            int code = process.waitFor();
            return new WorkerError(CrashReport.sentence(folder.crash(), code, job));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new WorkerError("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        boolean interrupted = false;
        while (true) {
            try {
                process.waitFor();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted)
            Thread.currentThread().interrupt();
        arena.close();
        folder.delete();
    }
}
