package org.stridescope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/**
 * Times the array engine and NumPy in turn, in one run, and writes the table with the machine and the versions:
 *
 * <pre>
 * mvn -q test-compile exec:exec -Dexec.classpathScope=test -Dexec.args="--enable-native-access=ALL-UNNAMED \
 *   --add-modules=jdk.incubator.vector -classpath %classpath org.stridescope.bench.ArrayPeerTable docs/benchmarks-arrays.md"
 * </pre>
 *
 * A second argument is the number of seconds for each operation; further ones name operations, all where there are none.
 */
public final class ArrayPeerTable {
    private static final String SCRIPT = "src/test/java/org/stridescope/bench/array_peers.py";
    private static final int WARM_UP = 5;
    private static final int FEWEST = 5;

    private final PythonPeer peer;
    private final double seconds;
    private final List<String> rows = new ArrayList<>();
    /** Results taken note of, so that none is optimised away. */
    private double seen;

    /** {@code calls} are timed together, so that a turn of a short operation is long enough to be timed. */
    private record Operation(String name, String shown, int calls, DoubleSupplier ours) {}

    private ArrayPeerTable(PythonPeer peer, double seconds) {
        this.peer = peer;
        this.seconds = seconds;
    }

    public static void main(String[] args) throws IOException {
        double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 10;
        List<String> chosen = Arrays.asList(args).subList(Math.min(2, args.length), args.length);
        try (PythonPeer peer = new PythonPeer("/usr/bin/python3", Path.of(SCRIPT))) {
            ArrayPeerTable table = new ArrayPeerTable(peer, seconds);
            List<String> lines = new ArrayList<>(head(peer));
            for (Operation operation : operations()) {
                if (chosen.isEmpty() || chosen.contains(operation.name))
                    table.measure(operation);
            }
            lines.addAll(table.rows);
            Files.write(Path.of(args[0]), lines);
        }
    }

    private static List<Operation> operations() {
        ArrayBenchmark ours = new ArrayBenchmark();
        ours.fill();
        return List.of(new Operation("transposedRavel", "`x.T.ravel()`, 5000 x 5000", 1, ours::transposedRavel),
                new Operation("flatten", "`x.flatten()`, 5000 x 5000", 1, ours::flatten),
                new Operation("add", "`a + b`, 5000 x 5000", 1, ours::add),
                new Operation("sumAxis0", "`x.sum(axis=0)`, 5000 x 5000", 3, ours::sumAxis0),
                new Operation("sumAxis1", "`x.sum(axis=1)`, 5000 x 5000", 3, ours::sumAxis1),
                new Operation("pairDifferences", "`x[:, None] - x[None, :]`, (2000, 50)", 1, ours::pairDifferences),
                new Operation("einsumRows", "`einsum('ij,ij->i')`, (1000, 300)", 200, ours::einsumRows),
                new Operation("exp", "`np.exp`, 10^7", 1, ours::exp));
    }

    private void measure(Operation operation) {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        for (int i = -WARM_UP; i < FEWEST || System.nanoTime() < end; i++) {
            double numpy = peer.seconds(operation.name + " " + operation.calls);
            long start = System.nanoTime();
            for (int call = 0; call < operation.calls; call++)
                seen += operation.ours.getAsDouble();
            double own = (System.nanoTime() - start) * 1e-9 / operation.calls;
            if (i >= 0) {
                theirs.add(numpy);
                ours.add(own);
            }
        }
        double[] a = sorted(theirs);
        double[] b = sorted(ours);
        String row = String.format(Locale.ROOT, "| %s | %d | %.3g | %.3g | %.2f | %.3g | %.3g | %.2f |",
                operation.shown,
                a.length, a[0] * 1e3, b[0] * 1e3, a[0] / b[0], a[a.length / 2] * 1e3, b[b.length / 2] * 1e3,
                a[a.length / 2] / b[b.length / 2]);
        System.out.println(row);
        rows.add(row);
    }

    private static double[] sorted(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static List<String> head(PythonPeer peer) throws IOException {
        return List.of("# The array engine against NumPy", "",
                "Written by `org.stridescope.bench.ArrayPeerTable` (its Javadoc has the command). Ours and NumPy take turns,"
                        + " one thread",
                "each, float64; a turn of the shortest operation is 200 calls. Milliseconds a call; a ratio above 1 says that"
                        + " we are quicker.",
                "Our buffers are used again after release, as in the program, so their pages are touched once; NumPy maps"
                        + " fresh ones for",
                "large results. `ArrayBenchmark` has the same operations for JMH.", "",
                "- Machine: " + Machine.processor() + ", " + Runtime.getRuntime().availableProcessors()
                        + " processors, "
                        + System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "- Java " + Runtime.version() + "; " + peer.versions(),
                String.format(Locale.ROOT, "- Load average as it began: %.1f",
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()),
                "", "| operation | turns | NumPy best | ours best | ratio | NumPy median | ours median | ratio |",
                "|---|---|---|---|---|---|---|---|");
    }
}
