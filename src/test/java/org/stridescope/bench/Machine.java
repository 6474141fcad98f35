package org.stridescope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a table of times says about the machine. */
final class Machine {
    private Machine() {}

    /** The processor's name as Linux has it; elsewhere its architecture. */
    static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.exists(info))
            return System.getProperty("os.arch");
        try (Stream<String> text = Files.lines(info)) {
            return text.filter(l -> l.startsWith("model name")).findFirst().map(l -> l.substring(l.indexOf(':') + 2))
                    .orElse(System.getProperty("os.arch"));
        }
    }
}
