package org.stridescope.ui.model;

import java.nio.file.Path;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.io.ArrayFiles;

/**
 * Points along a closed curve: neighbours are near, so their distances make a picture that can be read, where random points
 * make noise. Feature f of point i is 0.5 + 0.5 sin(2 pi c_f i / n + f), with c_f one, two or three turns.
 */
public final class ExamplePoints {
    static final int POINTS = 2000;
    static final int FEATURES = 50;

    private ExamplePoints() {}

    /**
     * Writes curve.npy (2000, 50) float64 into a folder.
     *
     * @return the file
     * @throws org.stridescope.io.IoError where it cannot be written
     */
    public static Path write(Path folder) {
        Path file = folder.resolve("curve.npy");
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            NDArray points = NDArray.zeros(memory, DType.FLOAT64, POINTS, FEATURES);
            for (int i = 0; i < POINTS; i++) {
                for (int f = 0; f < FEATURES; f++)
                    points.setDouble(feature(i, f), i, f);
            }
            ArrayFiles.write(points, file);
        }
        return file;
    }

    private static double feature(int point, int feature) {
        // most features go round once, every third twice, every seventh three times
        int turns = feature % 7 == 6 ? 3 : feature % 3 == 2 ? 2 : 1;
        return 0.5 + 0.5 * Math.sin(2 * Math.PI * turns * point / POINTS + feature);
    }
}
