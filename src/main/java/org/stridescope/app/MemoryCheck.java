package org.stridescope.app;

import org.stridescope.app.doctor.Bytes;
import org.stridescope.app.doctor.Doctor;
import org.stridescope.kernel.DistanceProblem;

/** Refuses, before it starts, what would not fit in memory. */
final class MemoryCheck {
    private MemoryCheck() {}

    /** @throws CallError with the bytes needed and the bytes there are */
    static void require(DistanceProblem problem, long temporaryBytes) {
        long needed = problem.resultBytes() + temporaryBytes;
        long available = Doctor.availableBytes();
        if (needed <= available)
            return;
        throw new CallError(
                "distances between " + problem.n() + " and " + problem.m() + " points need " + needed + " bytes ("
                        + Bytes.text(needed) + "), but only " + available + " bytes (" + Bytes.text(available)
                        + ") are available: take fewer points");
    }
}
