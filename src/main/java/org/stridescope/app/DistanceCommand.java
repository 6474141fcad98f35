package org.stridescope.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;
import org.stridescope.array.Shapes;
import org.stridescope.io.ArrayFiles;
import org.stridescope.kernel.Cancellation;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.DistanceProblem;

/** Computes one distance matrix of two files with one variant. */
@Command(name = "distance", description = "Distances between the rows of X (n, k) and of Y (m, k), computed by one variant, "
        + "written as an (n, m) array.", sortOptions = false)
final class DistanceCommand implements Runnable {
    @Parameters(index = "0", arity = "0..1", paramLabel = "X", description = "points as a .npy file or FILE.npz:NAME")
    private @Nullable String x;

    @Parameters(index = "1", arity = "0..1", paramLabel = "Y", description = "points with as many columns as X")
    private @Nullable String y;

    @Option(names = "--metric", paramLabel = "METRIC", description = "cityblock, sqeuclidean, euclidean or chebyshev")
    private @Nullable String metric;

    @Option(names = "--variant", paramLabel = "VARIANT", description = "how to compute it; --list shows all")
    private @Nullable String variant;

    @Mixin
    private final ThreadsOption threads = new ThreadsOption();

    @Option(names = {"-o", "--output"}, paramLabel = "OUT.npy", description = "where to write the result")
    private @Nullable Path output;

    @Option(names = "--list", description = "print every variant, and why those missing are missing")
    private boolean list;

    @Option(names = "--json", description = "print one JSON text instead of lines")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (list) {
            VariantList.print(out, json);
            return;
        }
        if (x == null || y == null)
            throw new CallError("distance needs two files X and Y, as in: stridescope distance x.npy "
                    + "y.npy --metric cityblock --variant vector -o d.npy");
        if (metric == null)
            throw new CallError("distance needs --metric: cityblock, sqeuclidean, euclidean or chebyshev");
        if (variant == null)
            throw new CallError("distance needs --variant; stridescope distance --list shows all");
        DistanceKernel kernel = KernelChoice.named(variant);
        KernelChoice.require(kernel, KernelChoice.metric(metric));
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            NDArray xs = PointsFile.read("X", x, memory);
            NDArray ys = PointsFile.read("Y", y, memory);
            compute(kernel, PointsFile.problem(kernel, KernelChoice.metric(metric), xs, ys, memory), memory, out);
        }
    }

    private void compute(DistanceKernel kernel, DistanceProblem problem, ArrayMemory memory, PrintWriter out) {
        int count = threads.count();
        MemoryCheck.require(problem, kernel.temporaryBytes(problem, count));
        NDArray result = NDArray.zeros(memory, problem.x().dtype(), problem.n(), problem.m());
        long start = System.nanoTime();
        Cancellation cancellation = new Cancellation();
        DistanceKernel.Outcome outcome;
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        try (Progress progress = new Progress(err, result.size());
                Interrupt _ = new Interrupt(err, cancellation::cancel)) {
            outcome = kernel.run(problem, result, new DistanceKernel.RunControl(count, progress, cancellation));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (outcome == DistanceKernel.Outcome.CANCELLED)
            throw new Stopped();
        if (output != null)
            ArrayFiles.write(result, output);
        report(kernel, problem, result, seconds, out);
    }

    private void report(DistanceKernel kernel, DistanceProblem problem, NDArray result, double seconds,
            PrintWriter out) {
        String written = output == null ? "not written: give -o OUT.npy" : "written to " + output;
        if (!json) {
            out.printf(Locale.ROOT, "%s %s %s by %s in %.4g s, %s%n", Shapes.text(result.shape()),
                    result.dtype().pythonName(),
                    problem.metric().label(), kernel.name(), seconds, written);
            return;
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("variant", kernel.name());
        report.put("metric", problem.metric().label());
        report.put("shape", result.shape());
        report.put("dtype", result.dtype().pythonName());
        report.put("threads", threads.count());
        report.put("seconds", seconds);
        if (output != null)
            report.put("output", output.toString());
        out.println(Json.text(report));
    }
}
