package org.stridescope.lab;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;
import org.stridescope.array.Shapes;
import org.stridescope.io.ArrayFiles;
import org.stridescope.io.IoError;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.lab.LabError.Field;

/** Looks an experiment over before anything is allocated: the first thing that is wrong is said in one sentence. */
final class ExperimentCheck {
    static final int MOST_THREADS = 1024;

    private final List<DistanceKernel> variants;
    private final LongSupplier availableBytes;

    /** An experiment that can be run. */
    record Checked(Preflight preflight, List<DistanceKernel> kernels) {}

    private record Sizes(long n, long m, long k, long fileBytes) {}

    ExperimentCheck(List<DistanceKernel> variants, LongSupplier availableBytes) {
        this.variants = List.copyOf(variants);
        this.availableBytes = availableBytes;
    }

    Checked check(DistanceExperiment experiment) {
        Sizes sizes = experiment.points() == null
                ? drawn(experiment)
                : ofFile(experiment.points().toString());
        if (experiment.threads() < 1 || experiment.threads() > MOST_THREADS) {
            throw new LabError(Field.THREADS, "threads must be between 1 and " + MOST_THREADS + ", not "
                    + experiment.threads());
        }
        List<DistanceKernel> kernels = kernels(experiment);
        return new Checked(memory(experiment, sizes, kernels), kernels);
    }

    private static Sizes drawn(DistanceExperiment experiment) {
        positive(Field.N, "n", experiment.n());
        positive(Field.M, "m", experiment.m());
        positive(Field.K, "k", experiment.k());
        return new Sizes(experiment.n(), experiment.m(), experiment.k(), 0);
    }

    private static void positive(Field field, String name, long value) {
        if (value < 1)
            throw new LabError(field, name + " must be 1 or more, not " + value);
    }

    private static Sizes ofFile(String file) {
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            NDArray points = ArrayFiles.read(file, memory);
            if (points.ndim() != 2) {
                throw new LabError(Field.POINTS, file + " holds an array of shape " + Shapes.text(points.shape())
                        + "; points must be 2-dimensional (points, features)");
            }
            if (points.size() == 0) {
                throw new LabError(Field.POINTS, file + " is empty, of shape " + Shapes.text(points.shape())
                        + "; give at least one point with one feature");
            }
            return new Sizes(points.shape(0), points.shape(0), points.shape(1), points.nbytes());
        } catch (IoError | ArrayError e) { // it names the file and what is wrong with it
            throw new LabError(Field.POINTS, String.valueOf(e.getMessage()));
        }
    }

    private List<DistanceKernel> kernels(DistanceExperiment experiment) {
        if (experiment.variants().isEmpty()) {
            throw new LabError(Field.VARIANTS, "no variant is chosen: choose at least one of " + names());
        }
        List<DistanceKernel> chosen = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : experiment.variants()) {
            if (!seen.add(name))
                throw new LabError(Field.VARIANTS, name + " is named twice: name each variant once");
            chosen.add(kernel(name, experiment));
        }
        return chosen;
    }

    private DistanceKernel kernel(String name, DistanceExperiment experiment) {
        DistanceKernel kernel = named(name);
        if (kernel == null) {
            throw new LabError(Field.VARIANTS, "there is no variant \"" + name + "\": choose among " + names());
        }
        if (!kernel.availability().isAvailable()) {
            throw new LabError(Field.VARIANTS, name + " does not run here: " + kernel.availability().sentence());
        }
        if (!kernel.metrics().contains(experiment.metric())) {
            throw new LabError(Field.METRIC, kernel.whyNot(experiment.metric()));
        }
        if (!kernel.dtypes().contains(experiment.dtype())) {
            throw new LabError(Field.VARIANTS, name + " has no " + experiment.dtype().pythonName());
        }
        return kernel;
    }

    private @Nullable DistanceKernel named(String name) {
        return variants.stream().filter(v -> v.name().equals(name)).findFirst().orElse(null);
    }

    private String names() {
        return variants.stream().map(DistanceKernel::name).collect(Collectors.joining(", "));
    }

    private Preflight memory(DistanceExperiment experiment, Sizes sizes, List<DistanceKernel> kernels) {
        long available = availableBytes.getAsLong();
        double item = experiment.dtype().itemsize();
        double result = item * sizes.n() * sizes.m();
        double points = sizes.fileBytes() > 0
                ? item * sizes.n() * sizes.k() + sizes.fileBytes()
                : item * (sizes.n() + sizes.m()) * sizes.k();
        if (result + points > available)
            throw tooMuch(sizes, result + points, available);
        double temporary = 0;
        try {
            DistanceProblem problem = RacePoints.outline(experiment, sizes.n(), sizes.m(), sizes.k());
            for (DistanceKernel kernel : kernels) {
                temporary = Math.max(temporary, kernel.temporaryBytes(problem, experiment.threads()));
            }
        } catch (ArrayError | ArithmeticException e) {
            throw tooMuch(sizes, Long.MAX_VALUE, available);
        }
        double needed = result + points + temporary;
        if (needed > available)
            throw tooMuch(sizes, needed, available);
        return new Preflight(sizes.n(), sizes.m(), sizes.k(), (long) result, (long) needed, available);
    }

    private static LabError tooMuch(Sizes sizes, double needed, long available) {
        // the largest square result with its points: 8 s^2 + 16 k s = available
        double k = sizes.k();
        double side = Math.sqrt(k * k + available / 8.0) - k;
        double round = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, side))) - 1));
        long most = (long) (Math.floor(0.95 * side / round) * round);
        return new LabError(Field.MEMORY, ByteText.count(sizes.n()) + " x " + ByteText.count(sizes.m()) + " with k = "
                + ByteText.count(sizes.k()) + " needs " + ByteText.of(needed) + ", this machine has "
                + ByteText.of(available) + " free: take " + (most < 1
                        ? "a smaller k"
                        : "at most n = m = "
                                + ByteText.count(most)));
    }
}
