package org.stridescope.app;

import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.io.ArrayFiles;

/** Files of random points for tests. */
final class Points {
    private Points() {}

    /** Writes points (n, k) in [0, 10) of this dtype. */
    static Path write(Path file, DType dtype, long seed, long... shape) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            NDArray points = NDArray.zeros(memory, dtype, shape);
            NDArray flat = points.reshape(memory, -1);
            for (long i = 0; i < flat.size(); i++)
                flat.setDouble(10 * random.nextDouble(), i);
            ArrayFiles.write(points, file);
        }
        return file;
    }
}
