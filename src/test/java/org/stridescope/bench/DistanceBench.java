package org.stridescope.bench;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.DistanceKernel.Outcome;
import org.stridescope.kernel.DistanceKernel.RunControl;
import org.stridescope.kernel.Metric;
import org.stridescope.kernel.Variants;

/**
 * One run of one variant, the result's memory reused. With Maven:
 *
 * <pre>
 * mvn -q test-compile exec:exec -Dexec.classpathScope=test \
 *   -Dexec.args="-classpath %classpath org.openjdk.jmh.Main DistanceBench -p variant=vector,c -p k=50"
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(value = 2, jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "--add-modules=jdk.incubator.vector"})
public class DistanceBench {
    @Param({"loops", "broadcast", "trick", "vector", "c-plain", "c", "fortran-plain", "fortran"})
    public String variant = "";

    @Param({"SQEUCLIDEAN"})
    public Metric metric = Metric.SQEUCLIDEAN;

    @Param({"2000"})
    public int n;

    @Param({"3", "50", "784"})
    public int k;

    @Param({"1", "2"})
    public int threads;

    private BenchPoints points = BenchPoints.none();
    private DistanceKernel kernel = Variants.named("loops");

    @Setup(Level.Trial)
    public void setUp() {
        points = BenchPoints.of(metric, n, k);
        kernel = Variants.named(variant);
        if (!kernel.availability().isAvailable())
            throw new IllegalStateException(kernel.availability().sentence());
    }

    @TearDown(Level.Trial)
    public void tearDown() {
        points.close();
    }

    @Benchmark
    public Outcome run() {
        return kernel.run(points.problem(), points.out(), RunControl.quiet(threads));
    }
}
