package org.stridescope.lab.weather;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;
import org.stridescope.chunked.Computation;
import org.stridescope.schedule.PrivateFolder;
import org.stridescope.schedule.RunOptions;
import org.stridescope.schedule.RunResult;
import org.stridescope.schedule.ThreadsExecutor;

/**
 * The weather as the course computes it: files written, opened, stacked, the mean over days and the first day less it.
 *
 * @param seconds that the graph took, the files being there
 * @param workers threads that ran it
 */
public record WeatherLesson(WeatherMap mean, WeatherMap anomaly, WeatherFiles files, double seconds, int tasks,
        int workers) {
    private static final long BAND_BYTES = 8L << 20;

    /** Writes the files to a folder of their own, which goes afterwards, and computes both maps. */
    public static WeatherLesson run(WeatherFiles files, int workers, BooleanSupplier cancelled) {
        try (PrivateFolder folder = PrivateFolder.onDisk(); ThreadsExecutor executor = ThreadsExecutor.of(workers)) {
            List<Path> paths = files.write(folder.path());
            WeatherArrays arrays = WeatherArrays.open(paths, BAND_BYTES);
            Computation computed = Computation.compute(List.of(arrays.mean(), arrays.anomaly()), executor,
                    RunOptions.DEFAULT.withCancelled(cancelled), ArrayMemory.collected());
            List<NDArray> results = computed.arrays();
            RunResult run = computed.run();
            return new WeatherLesson(WeatherMap.of(results.getFirst(), "Mean temperature over the days (K)"),
                    WeatherMap.ofDifference(results.getLast(), "First day less the mean (K)"), files,
                    run.wallNanos() / 1e9, run.tasks(), workers);
        }
    }
}
