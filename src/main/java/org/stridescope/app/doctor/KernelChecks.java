package org.stridescope.app.doctor;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.ffi.BlasBindings;
import org.stridescope.ffi.BlasLibrary;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.NativeKernels;
import org.stridescope.kernel.Variants;

/** Every variant, and why the missing ones are missing. */
final class KernelChecks {
    private KernelChecks() {}

    static List<Finding> run() {
        List<Finding> findings = new ArrayList<>(Variants.all().stream().map(KernelChecks::finding).toList());
        findings.add(blas());
        return findings;
    }

    /** The library of the matrix products; without it our own takes its place. */
    private static Finding blas() {
        var blas = NativeKernels.open(BlasLibrary.open(), BlasBindings::new);
        return new Finding("kernels", "blas", blas.bindings().map(BlasBindings::version).orElse(""),
                blas.availability());
    }

    private static Finding finding(DistanceKernel kernel) {
        return new Finding("kernels", kernel.name(), kernel.language(), kernel.availability());
    }
}
