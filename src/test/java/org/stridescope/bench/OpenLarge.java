package org.stridescope.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

import javafx.scene.control.Labeled;

/**
 * How long a .npy of 10^8 float64 items (800 MB) takes from the wish to open it until the array bench shows it, and until
 * both its walks are counted. Arguments: items (100000000). Run as bench.WindowStalls is run.
 */
public final class OpenLarge {
    private static final int TIMES = 5;
    private static final int PIECE = 8 << 20;

    private OpenLarge() {}

    public static void main(String[] args) throws Exception {
        long items = args.length > 0 ? Long.parseLong(args[0]) : 100_000_000;
        Path folder = Files.createTempDirectory("stridescope-large");
        try {
            BenchWindow bench = BenchWindow.open(1280, 720);
            BenchWindow.until(() -> bench.scene().lookup("#variable-y") != null);
            for (int time = 0; time < TIMES; time++) {
                Path file = folder.resolve("large" + time + ".npy");
                write(file, items);
                measure(bench, file, "large" + time);
                Files.delete(file);
            }
        } finally {
            Files.delete(folder);
        }
        System.exit(0);
    }

    private static void measure(BenchWindow bench, Path file, String name) throws InterruptedException {
        long start = System.nanoTime();
        bench.open(file);
        BenchWindow.until(() -> ((Labeled) bench.node("grid-title")).getText().startsWith(name));
        long shown = System.nanoTime();
        BenchWindow.until(() -> ((Labeled) bench.node("walk-c")).getText().contains("fetches"));
        System.out.printf(Locale.ROOT, "%s: shown after %.0f ms, walks counted after %.0f ms%n", name,
                (shown - start) / 1e6, (System.nanoTime() - start) / 1e6);
    }

    /** What np.save writes for np.zeros((items // 1000, 1000)) but for values that differ. */
    private static void write(Path file, long items) throws IOException {
        String head = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + items / 1000 + ", 1000), }";
        int padded = (10 + head.length() + 1 + 63) / 64 * 64 - 10;
        ByteBuffer prefix = ByteBuffer.allocate(10 + padded).order(ByteOrder.LITTLE_ENDIAN);
        prefix.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 0);
        prefix.putShort((short) padded);
        prefix.put((head + " ".repeat(padded - head.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII)).flip();
        ByteBuffer piece = ByteBuffer.allocateDirect(PIECE).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < PIECE / 8; i++)
            piece.putDouble(i % 1000);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(prefix);
            for (long left = items * 8; left > 0; left -= PIECE) {
                piece.position(0).limit((int) Math.min(PIECE, left));
                while (piece.hasRemaining())
                    channel.write(piece);
            }
        }
    }
}
