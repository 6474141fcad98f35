package org.stridescope.lab.ladder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.stridescope.kernel.MachineLimits;
import org.stridescope.kernel.MachineLimits.Rates;

/**
 * Measured limits as one line of text, to be kept between sessions, with the machine that they are of: on another processor,
 * or with another number of them, they are not taken over.
 */
public final class KeptLimits {
    private static final String SEPARATOR = "|";

    private KeptLimits() {}

    /** What tells this machine from another: processor, how many, caches, system. */
    public static String fingerprint() {
        return (processor() + ", " + Runtime.getRuntime().availableProcessors() + ", "
                + CacheSizes.ofThisMachine().levels().stream().map(level -> level.name() + " " + level.bytes()).toList()
                + ", " + System.getProperty("os.name")).replace(SEPARATOR, " ");
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException _) {
            return System.getProperty("os.arch"); // another system
        }
    }

    public static String text(String machine, MachineLimits limits) {
        Rates one = limits.oneThread();
        return String.join(SEPARATOR, machine, limits.measuredIn(), Integer.toString(limits.threads()),
                Double.toString(limits.storeBytesPerSecond()), Double.toString(limits.loadBytesPerSecond()),
                Double.toString(limits.flops()), Double.toString(one.storeBytesPerSecond()),
                Double.toString(one.loadBytesPerSecond()), Double.toString(one.flops()));
    }

    /** The limits in a line; empty where it is of another machine, or of another version of this program. */
    public static Optional<MachineLimits> read(String text, String machine) {
        String[] parts = text.split("\\" + SEPARATOR, -1);
        if (parts.length != 9 || !parts[0].equals(machine))
            return Optional.empty();
        try {
            Rates one = new Rates(number(parts[6]), number(parts[7]), number(parts[8]));
            return Optional.of(new MachineLimits(Integer.parseInt(parts[2]), number(parts[3]), number(parts[4]),
                    number(parts[5]), one, parts[1]));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
