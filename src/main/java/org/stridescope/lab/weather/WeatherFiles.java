package org.stridescope.lab.weather;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.io.hdf5.Hdf5Writer;
import org.stridescope.io.hdf5.Hdf5Writer.Storage;
import org.stridescope.io.hdf5.WrittenDataset;

/**
 * Days of temperature as HDF5 files, one a day from 1 January 2014 on, dataset {@code /t2m} of float32.
 *
 * @param rows    from pole to pole; the course has 5760
 * @param columns round the globe; the course has 11520
 * @param days    the course has 31
 * @param gzip    whether the files are chunked, shuffled and packed by gzip, or lie in one piece
 */
public record WeatherFiles(long rows, long columns, int days, boolean gzip, long seed) {
    public static final String DATASET = "t2m";
    private static final long BAND_BYTES = 8L << 20;
    private static final long CHUNK_ROWS = 120;
    private static final long CHUNK_COLUMNS = 240;
    private static final int GZIP_LEVEL = 4;
    private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);

    /** Bytes of all days, not packed. */
    public long bytes() {
        return 4L * rows * columns * days;
    }

    /** Names of the files in this folder, in the order of the days. */
    public List<Path> paths(Path folder) {
        return IntStream.range(0, days).mapToObj(day -> folder.resolve(FIRST.plusDays(day) + ".hdf5")).toList();
    }

    /** Writes all days, band by band, so that little is held. */
    public List<Path> write(Path folder) {
        List<Path> paths = paths(folder);
        List<Hdf5Writer> writers = new ArrayList<>();
        try {
            for (Path path : paths)
                writers.add(Hdf5Writer.create(path));
            List<WrittenDataset> datasets = writers.stream()
                    .map(writer -> writer.dataset(DATASET, DType.FLOAT32, storage(), rows, columns)).toList();
            bands(datasets);
            writers.forEach(Hdf5Writer::commit);
            return paths;
        } finally {
            writers.forEach(Hdf5Writer::close);
        }
    }

    private Storage storage() {
        return gzip
                ? Storage.chunked(GZIP_LEVEL, true, Math.min(CHUNK_ROWS, rows), Math.min(CHUNK_COLUMNS, columns))
                : Storage.CONTIGUOUS;
    }

    private void bands(List<WrittenDataset> datasets) {
        TemperatureField field = new TemperatureField(seed, rows, columns);
        long chunk = Math.min(CHUNK_ROWS, rows);
        long band = Math.max(1, BAND_BYTES / (4 * columns) / chunk) * chunk;
        for (long first = 0; first < rows; first += band) {
            long start = first;
            long count = Math.min(band, rows - first);
            try (ArrayMemory memory = ArrayMemory.scoped()) {
                NDArray ground = NDArray.zeros(memory, DType.FLOAT32, count, columns);
                field.ground(ground, start);
                IntStream.range(0, days).parallel().forEach(day -> {
                    try (ArrayMemory own = ArrayMemory.scoped()) { // a month of bands at once would be held for long
                        NDArray items = NDArray.zeros(own, DType.FLOAT32, count, columns);
                        field.day(ground, items, start, day);
                        datasets.get(day).write(items, start, 0);
                    }
                });
            }
        }
    }
}
