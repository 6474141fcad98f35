package org.stridescope.app;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;
import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.kernel.MachineLimits;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.StatusFacts;

/** This machine and this process, for the window's status line. */
final class MachineStatus {
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private volatile @Nullable MachineLimits limits;

    /** Measures what the machine can do, which takes up to a second of all its processors: once, and not during a run. */
    void measure() {
        try {
            limits = MachineLimits.measure(Runtime.getRuntime().availableProcessors());
        } catch (ArrayError _) {
            // where there is no memory to write to, the status line does without
        }
    }

    static long memoryBytes() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    StatusFacts now() {
        int cores = Runtime.getRuntime().availableProcessors();
        Runtime java = Runtime.getRuntime();
        return new StatusFacts(
                List.of(cores + (cores == 1 ? " core \u00b7 " : " cores \u00b7 ")
                        + Figures.bytes(system.getTotalMemorySize())),
                right(java));
    }

    private List<String> right(Runtime java) {
        List<String> facts = new ArrayList<>();
        MachineLimits measured = limits;
        if (measured != null) {
            facts.add("store limit " + rate(measured.storeBytesPerSecond()) + "B/s");
            facts.add("peak " + rate(measured.flops()) + "FLOP/s");
        }
        facts.add("heap " + Figures.bytes(java.totalMemory() - java.freeMemory()) + " of "
                + Figures.bytes(java.maxMemory()));
        facts.add("arrays " + Figures.bytes(ArrayMemory.liveBytes()));
        return facts;
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%.1f\u00a0G", perSecond / 1e9);
    }
}
