package org.stridescope.app;

import java.lang.management.ManagementFactory;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;

import org.stridescope.array.ArrayMemory;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.StatusFacts;

/** This machine and this process, for the window's status line. */
final class MachineStatus {
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    StatusFacts now() {
        int cores = Runtime.getRuntime().availableProcessors();
        Runtime java = Runtime.getRuntime();
        return new StatusFacts(
                List.of(cores + (cores == 1 ? " core \u00b7 " : " cores \u00b7 ")
                        + Figures.bytes(system.getTotalMemorySize())),
                List.of("heap " + Figures.bytes(java.totalMemory() - java.freeMemory()) + " of "
                        + Figures.bytes(java.maxMemory()), "arrays " + Figures.bytes(ArrayMemory.liveBytes())));
    }
}
