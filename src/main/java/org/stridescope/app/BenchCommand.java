package org.stridescope.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import org.stridescope.app.doctor.Doctor;
import org.stridescope.array.DType;
import org.stridescope.ffi.Pages;
import org.stridescope.kernel.Cancellation;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.MachineLimits;
import org.stridescope.kernel.Metric;
import org.stridescope.lab.Benchmark;
import org.stridescope.lab.BenchmarkReport;
import org.stridescope.lab.BenchmarkWatcher;
import org.stridescope.lab.DistanceExperiment;

/** Checks variants, then times them in turn. */
@Command(name = "bench", sortOptions = false, description = "Check each variant's result against a reference, then time them "
        + "in turn, on random points in [0, 1).", footer = {"",
                "As in: stridescope bench --metric cityblock -n 2000 -k 50 --variants loops,vector,c --threads 2"})
final class BenchCommand implements Callable<Integer> {
    private static final int MOST_REPETITIONS = 10_000;

    @Option(names = "--metric", required = true, paramLabel = "METRIC", description = "cityblock, sqeuclidean, euclidean or chebyshev")
    private String metric = "";

    @Option(names = "-n", required = true, paramLabel = "N", description = "points in x, rows of the result")
    private long n;

    @Option(names = "-m", paramLabel = "M", description = "points in y, columns of the result; N if not given")
    private @Nullable Long m;

    @Option(names = "-k", required = true, paramLabel = "K", description = "features of a point")
    private long k;

    @Option(names = "--variants", split = ",", paramLabel = "NAME", description = "what to time, the first being what the others "
            + "are compared with; all that have the metric if not given")
    private @Nullable List<String> variants;

    @Mixin
    private final ThreadsOption threads = new ThreadsOption();

    @Option(names = "--reps", paramLabel = "R", defaultValue = "7", description = "timed runs of each variant; ${DEFAULT-VALUE} if not given")
    private int repetitions;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "of the random points; ${DEFAULT-VALUE} if not given")
    private long seed;

    @Option(names = "--dtype", paramLabel = "DTYPE", defaultValue = "float64", description = "float64 or float32, of the points and the result; ${DEFAULT-VALUE} if not given")
    private String dtype = "float64";

    @Option(names = "--json", description = "one JSON object instead of a table")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (repetitions < 1 || repetitions > MOST_REPETITIONS)
            throw new CallError("--reps is " + repetitions + ": it must be 1 to " + MOST_REPETITIONS);
        Metric measured = KernelChoice.metric(metric);
        DistanceExperiment experiment = new DistanceExperiment(measured, n, m == null ? n : m, k, seed, null,
                names(measured), threads.count(), floats());
        var line = Objects.requireNonNull(spec).commandLine();
        BenchmarkReport report = run(experiment, line.getErr());
        if (json)
            line.getOut().println(Json.text(report.json(Doctor.machine())));
        else
            BenchTable.print(report, line.getOut());
        return report.allRight() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private DType floats() {
        return switch (dtype) {
            case "float64" -> DType.FLOAT64;
            case "float32" -> DType.FLOAT32;
            default -> throw new CallError("there is no dtype \"" + dtype + "\" for points: take float64 or float32");
        };
    }

    private List<String> names(Metric measured) {
        if (variants != null)
            return variants.stream().map(name -> KernelChoice.named(name.strip()).name()).toList();
        return KernelChoice.all().stream().filter(kernel -> kernel.metrics().contains(measured))
                .map(DistanceKernel::name)
                .toList();
    }

    private BenchmarkReport run(DistanceExperiment experiment, PrintWriter err) {
        Benchmark benchmark = new Benchmark(KernelChoice.all(), new Pages(), BenchCommand::limits);
        Cancellation cancellation = new Cancellation();
        try (StatusWords words = new StatusWords(err); Interrupt _ = new Interrupt(err, cancellation::cancel)) {
            return benchmark.run(experiment, repetitions, cancellation, BenchmarkWatcher.words(words::say));
        } catch (CancellationException e) {
            throw new Stopped();
        }
    }

    private static BenchmarkReport.Limits limits(int threads) {
        MachineLimits measured = MachineLimits.measure(threads);
        return new BenchmarkReport.Limits(measured.storeBytesPerSecond(), measured.flops());
    }
}
