package org.stridescope.app.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.stridescope.lab.ByteText;
import org.stridescope.lab.MachineMemory;

/** Java, the processor, and memory. */
final class MachineChecks {
    private static final String GROUP = "machine";

    private MachineChecks() {}

    static List<Finding> run() {
        return List.of(java(), vectorModule(), Finding.found(GROUP, "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch")),
                Finding.found(GROUP, "cores",
                        processors() + (processorModel().isEmpty() ? "" : " (" + processorModel() + ")")),
                memory());
    }

    static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static Finding java() {
        return Finding.found(GROUP, "java", Runtime.version() + " (" + System.getProperty("java.vendor") + ") in "
                + System.getProperty("java.home"));
    }

    private static Finding vectorModule() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            return Finding.found(GROUP, "vector-api", "jdk.incubator.vector");
        }
        return Finding.missing(GROUP, "vector-api", "Java was started without the Vector API",
                "start with stridescope, or java --add-modules=jdk.incubator.vector");
    }

    private static Finding memory() {
        return Finding.found(GROUP, "memory",
                ByteText.of(totalBytes()) + ", of which " + ByteText.of(new MachineMemory().availableBytes())
                        + " are available");
    }

    static long totalBytes() {
        return system().getTotalMemorySize();
    }

    private static com.sun.management.OperatingSystemMXBean system() {
        return (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }

    static String processorModel() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name")).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
