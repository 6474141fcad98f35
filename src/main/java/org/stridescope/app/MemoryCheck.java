package org.stridescope.app;

import org.stridescope.kernel.DistanceProblem;
import org.stridescope.lab.ByteText;
import org.stridescope.lab.MachineMemory;

/** Refuses, before it starts, what would not fit in memory. */
final class MemoryCheck {
    private MemoryCheck() {}

    /** @throws CallError with the bytes needed and the bytes there are */
    static void require(DistanceProblem problem, long temporaryBytes) {
        long needed = problem.resultBytes() + temporaryBytes;
        long available = new MachineMemory().availableBytes();
        if (needed <= available)
            return;
        throw new CallError(
                "distances between " + problem.n() + " and " + problem.m() + " points need " + needed + " bytes ("
                        + ByteText.of(needed) + "), but only " + available + " bytes (" + ByteText.of(available)
                        + ") are available: take fewer points");
    }
}
