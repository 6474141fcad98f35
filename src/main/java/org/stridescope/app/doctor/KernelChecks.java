package org.stridescope.app.doctor;

import java.util.List;

import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.Variants;

/** Every variant, and why the missing ones are missing. */
final class KernelChecks {
    private KernelChecks() {}

    static List<Finding> run() {
        return Variants.all().stream().map(KernelChecks::finding).toList();
    }

    private static Finding finding(DistanceKernel kernel) {
        return new Finding("kernels", kernel.name(), kernel.language(), kernel.availability());
    }
}
