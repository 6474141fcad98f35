package org.stridescope.kernel.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.jspecify.annotations.Nullable;

import org.stridescope.ffi.ForeignFunction;
import org.stridescope.ffi.NativeError;

/**
 * The worker's side: maps the file it is told, loads the library, and runs the function whenever it is asked to. Lines in:
 * the settings, then {@code run} once a run. Lines out, each after {@link #MARK}: {@code ready}, {@code done NANOS},
 * {@code failed REASON}. When nobody writes to it any more, its parent is gone, and it ends, whatever it is doing.
 */
public final class WorkerServer {
    /** Before each line of ours: the virtual machine writes to the same stream when it crashes. */
    static final String MARK = "@worker ";

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final PrintWriter out;
    private final Runnable end;

    /** @param end ends the process at once, called by another thread */
    public WorkerServer(Reader in, PrintWriter out, Runnable end) {
        this.out = out;
        this.end = end;
        BufferedReader reader = new BufferedReader(in);
        Thread.ofPlatform().daemon().name("stridescope-parent").start(() -> listen(reader));
    }

    private void listen(BufferedReader reader) {
        try {
            for (String line = reader.readLine(); line != null; line = reader.readLine())
                lines.add(line);
        } catch (IOException e) {
            // as good as the end
        }
        end.run();
    }

    /** Serves until it is told to stop, or its parent is gone. */
    public void serve() throws InterruptedException {
        try (Arena arena = Arena.ofShared()) {
            Job job = Job.parse(lines.take());
            MemorySegment file = map(job, arena);
            ForeignFunction.Distances function = ForeignFunction.distances(job.library(), job.symbol());
            say("ready");
            while (lines.take().equals("run")) {
                long start = System.nanoTime();
                function.run(file.asSlice(0, job.xBytes()), file.asSlice(job.yAt(), job.yBytes()),
                        file.asSlice(job.outAt(), job.outBytes()), job.n(), job.m(), job.k(), job.threads());
                say("done " + (System.nanoTime() - start));
            }
        } catch (NativeError | IOException | IllegalArgumentException e) {
            say("failed " + e.getMessage());
        }
    }

    private static MemorySegment map(Job job, Arena arena) throws IOException {
        try (FileChannel channel = FileChannel.open(job.file(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, job.bytes(), arena);
        }
    }

    private void say(String line) {
        out.println(MARK + line);
        out.flush();
    }

    /** What a worker is told: three matrices one after the other in a file, each from a multiple of 64 bytes on. */
    record Job(Path file, Path library, String symbol, long n, long m, long k, int threads) {
        private static final String BETWEEN = "\t";

        private static long up(long bytes) {
            return Math.ceilDiv(bytes, 64) * 64;
        }

        long xBytes() {
            return Math.multiplyExact(n * Double.BYTES, k);
        }

        long yAt() {
            return up(xBytes());
        }

        long yBytes() {
            return Math.multiplyExact(m * Double.BYTES, k);
        }

        long outAt() {
            return yAt() + up(yBytes());
        }

        long outBytes() {
            return Math.multiplyExact(n * Double.BYTES, m);
        }

        long bytes() {
            return Math.max(64, outAt() + up(outBytes()));
        }

        String line() {
            return String.join(BETWEEN, file.toString(), library.toString(), symbol, String.valueOf(n),
                    String.valueOf(m), String.valueOf(k), String.valueOf(threads));
        }

        static Job parse(@Nullable String line) {
            String[] words = line == null ? new String[0] : line.split(BETWEEN, -1);
            if (words.length != 7)
                throw new IllegalArgumentException("this command is for the program itself, not to be called by hand");
            return new Job(Path.of(words[0]), Path.of(words[1]), words[2], Long.parseLong(words[3]),
                    Long.parseLong(words[4]), Long.parseLong(words[5]), Integer.parseInt(words[6]));
        }
    }
}
