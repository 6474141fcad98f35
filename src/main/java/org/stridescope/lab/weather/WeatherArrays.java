package org.stridescope.lab.weather;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.stridescope.array.Index;
import org.stridescope.chunked.BlockArithmetic;
import org.stridescope.chunked.BlockArithmetic.Operand;
import org.stridescope.chunked.BlockCreation;
import org.stridescope.chunked.BlockIndexing;
import org.stridescope.chunked.BlockReduction;
import org.stridescope.chunked.BlockShapes;
import org.stridescope.chunked.ChunkedArray;
import org.stridescope.chunked.Chunks;
import org.stridescope.io.hdf5.Hdf5Dataset;
import org.stridescope.io.hdf5.Hdf5File;
import org.stridescope.ufunc.Ufuncs;

/**
 * What the course computes from the files, nothing of it read yet.
 *
 * @param days    (days, rows, columns)
 * @param mean    over the days
 * @param anomaly the first day less the mean
 */
public record WeatherArrays(ChunkedArray days, ChunkedArray mean, ChunkedArray anomaly) {
    /** Opens the files; each is cut into bands of about {@code bandBytes}, of whole chunks where the file has some. */
    public static WeatherArrays open(List<Path> paths, long bandBytes) {
        List<ChunkedArray> arrays = new ArrayList<>();
        for (Path path : paths) {
            Hdf5Dataset day = Hdf5File.open(path).dataset(WeatherFiles.DATASET);
            arrays.add(BlockCreation.of(day, bands(day, bandBytes)));
        }
        ChunkedArray days = BlockShapes.stack(arrays, 0);
        ChunkedArray mean = BlockReduction.mean(days, new int[]{0}, false, null);
        ChunkedArray first = BlockIndexing.get(days, List.of(new Index.At(0)));
        ChunkedArray anomaly = BlockArithmetic.apply("sub", Ufuncs.SUBTRACT, new Operand.Blocks(first),
                new Operand.Blocks(mean));
        return new WeatherArrays(days, mean, anomaly);
    }

    private static Chunks bands(Hdf5Dataset day, long bandBytes) {
        long[] shape = day.shape();
        long[] blocks = day.blocks();
        long whole = blocks == null ? 1 : blocks[0];
        long rows = Math.max(1, bandBytes / (shape[1] * day.dtype().itemsize()) / whole) * whole;
        return Chunks.whole(shape).with(0, Chunks.regular(shape[0], Math.min(shape[0], rows)));
    }
}
