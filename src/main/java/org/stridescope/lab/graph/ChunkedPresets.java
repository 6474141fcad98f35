package org.stridescope.lab.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.chunked.BlockCreation;
import org.stridescope.chunked.BlockProduct;
import org.stridescope.chunked.BlockReduction;
import org.stridescope.chunked.ChunkSpec;
import org.stridescope.chunked.ChunkedArray;
import org.stridescope.chunked.Chunks;
import org.stridescope.chunked.Computation;
import org.stridescope.io.IoError;
import org.stridescope.lab.graph.GraphPreset.Setting;
import org.stridescope.lab.weather.MapPicture;
import org.stridescope.lab.weather.WeatherArrays;
import org.stridescope.lab.weather.WeatherFiles;
import org.stridescope.lab.weather.WeatherMap;
import org.stridescope.schedule.PrivateFolder;

/** The graphs of chunked arrays: a mean of random numbers, a matrix product, and days of temperature in files. */
public final class ChunkedPresets {
    private static final int MOST = 1_000_000;
    private static final long BAND_BYTES = 8L << 20;
    /** Random numbers are made faster than large chunks are fetched from memory; smaller ones hold less, and stay in caches. */
    private static final long RANDOM_BYTES = 8L << 20;
    private static final Setting CHUNK = new Setting("chunk", "rows and columns of a chunk; 0 for about 8 MiB", "0");
    private static final Setting SEED = new Setting("seed", "of the random numbers", "1");

    private ChunkedPresets() {}

    public static List<GraphPreset> all() {
        return List.of(
                new GraphPreset("mean-of-random", "the mean of an n x n array of random numbers",
                        List.of(new Setting("n", "rows and columns", "20000"), CHUNK, SEED),
                        ChunkedPresets::meanOfRandom),
                new GraphPreset("matmul", "an n x n array of random numbers times itself",
                        List.of(new Setting("n", "rows and columns", "2000", "6000"),
                                new Setting("chunk", "rows and columns of a chunk; 0 for about 8 MiB", "1000"), SEED),
                        ChunkedPresets::product),
                new GraphPreset("weather", "the mean over days of temperature in HDF5 files, and the first day less it",
                        List.of(new Setting("rows", "from pole to pole", "1440", "5760"),
                                new Setting("columns", "round the globe", "2880", "11520"),
                                new Setting("days", "files", "31"),
                                new Setting("storage", "contiguous or gzip", "contiguous"),
                                new Setting("folder",
                                        "where the files are or are made; if not given they go afterwards",
                                        ""),
                                new Setting("maps", "a folder for maps of both as PNG and SVG", ""), SEED),
                        ChunkedPresets::weather));
    }

    private static ChunkedArray random(PresetSettings settings) {
        long n = settings.count("n", 1, MOST);
        int chunk = settings.count("chunk", 0, MOST);
        ChunkSpec spec = chunk == 0 ? ChunkSpec.AUTO : new ChunkSpec.Length(chunk);
        Chunks chunks = ChunkSpec.normalize(ChunkSpec.everywhere(spec, 2), new long[]{n, n}, DType.FLOAT64,
                RANDOM_BYTES);
        return BlockCreation.random(chunks, settings.count("seed", 0, Integer.MAX_VALUE));
    }

    private static GraphPlan meanOfRandom(PresetSettings settings) {
        return plan(settings, List.of(BlockReduction.mean(random(settings), null, false, null)), List::getFirst,
                () -> {});
    }

    private static GraphPlan product(PresetSettings settings) {
        ChunkedArray x = random(settings);
        return plan(settings, List.of(BlockProduct.of("matmul", x, x)), List::getFirst, () -> {});
    }

    private static GraphPlan weather(PresetSettings settings) {
        WeatherFiles files = new WeatherFiles(settings.count("rows", 1, MOST), settings.count("columns", 1, MOST),
                settings.count("days", 1, 10_000),
                settings.choice("storage", List.of("contiguous", "gzip")).equals("gzip"),
                settings.count("seed", 0, Integer.MAX_VALUE));
        PrivateFolder own = settings.text("folder").isEmpty() ? PrivateFolder.onDisk() : null;
        Path folder = own != null ? own.path() : folder(settings.text("folder"));
        Runnable end = own != null ? own::close : () -> {};
        try {
            List<Path> paths = files.paths(folder);
            if (!paths.stream().allMatch(Files::exists))
                files.write(folder);
            WeatherArrays arrays = WeatherArrays.open(paths, BAND_BYTES);
            Path maps = settings.text("maps").isEmpty() ? null : folder(settings.text("maps"));
            return plan(settings, List.of(arrays.mean(), arrays.anomaly()), results -> {
                draw(results, maps);
                return results.getFirst();
            }, end);
        } catch (RuntimeException e) {
            end.run();
            throw e;
        }
    }

    private static Path folder(String name) {
        Path folder = Path.of(name);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IoError(folder + ": this folder can't be made; choose another", e);
        }
    }

    private static void draw(List<NDArray> results, @Nullable Path folder) {
        if (folder == null)
            return;
        MapPicture mean = new MapPicture(WeatherMap.of(results.getFirst(), "Mean temperature over the days (K)"));
        MapPicture anomaly = new MapPicture(
                WeatherMap.ofDifference(results.getLast(), "First day less the mean (K)"));
        for (String ending : List.of(".png", ".svg")) {
            mean.write(folder.resolve("mean" + ending));
            anomaly.write(folder.resolve("first-day-less-mean" + ending));
        }
    }

    /** What the plan's results are made into. */
    @FunctionalInterface
    private interface Answer {
        Object of(List<NDArray> results);
    }

    private static GraphPlan plan(PresetSettings settings, List<ChunkedArray> arrays, Answer answer, Runnable end) {
        Computation.Prepared prepared = settings.isPortable()
                ? Computation.prepareApart(arrays, ArrayMemory.collected())
                : Computation.prepare(arrays, ArrayMemory.collected());
        return new GraphPlan(prepared.graph(), prepared.keys(), result -> {
            prepared.collect().accept(result);
            return answer.of(prepared.arrays());
        }, prepared.released(), () -> {
            prepared.close();
            end.run();
        });
    }
}
