package org.stridescope.kernel;

import java.util.List;
import java.util.stream.Collectors;

import org.stridescope.ffi.BlasBindings;
import org.stridescope.ffi.BlasLibrary;
import org.stridescope.ffi.DistanceCBindings;
import org.stridescope.ffi.DistanceFortranBindings;
import org.stridescope.ffi.NativeLibrary;

/** All ways to compute a distance matrix, in the order of the ladder: from the plainest to the most tuned. */
public final class Variants {
    private Variants() {}

    /** Built when first asked for: libraries are looked for once. */
    private static final class Ladder {
        static final List<DistanceKernel> RUNGS = build();

        private static List<DistanceKernel> build() {
            var c = NativeKernels.open(NativeLibrary.open("distance-c"), DistanceCBindings::new);
            var fortran = NativeKernels.open(NativeLibrary.open("distance-fortran"), DistanceFortranBindings::new);
            var blas = NativeKernels.open(BlasLibrary.open(), BlasBindings::new);
            VectorKernel vector = new VectorKernel();
            return List.of(new LoopsKernel(), new BroadcastKernel(), new EinsumKernel(), new TrickKernel(vector, blas),
                    PlainKernel.inFortran(fortran), PlainKernel.inC(c), new FortranKernel(fortran), vector,
                    new CKernel(c), new GraphKernel(c, false), new GraphKernel(c, true));
        }
    }

    public static List<DistanceKernel> all() {
        return Ladder.RUNGS;
    }

    /** The variant of this name; the error lists the names there are. */
    public static DistanceKernel named(String name) {
        return all().stream().filter(kernel -> kernel.name().equals(name)).findFirst()
                .orElseThrow(() -> new KernelError("no variant is called " + name + "; there are "
                        + all().stream().map(DistanceKernel::name).collect(Collectors.joining(", "))));
    }
}
