package org.stridescope.kernel.worker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.stridescope.kernel.Availability;

/** Starts this program once more, small, for one of its hidden commands. */
public final class ChildJvm {
    private static final String MAIN = "org.stridescope.app.Main";

    private ChildJvm() {}

    private static Path java() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
    }

    /** Missing where this Java cannot be started again. */
    public static Availability availability() {
        return Files.isExecutable(java())
                ? Availability.AVAILABLE
                : new Availability.Missing(java() + " cannot be run", "start the program with a JDK 25");
    }

    /** The call that runs a hidden command with these flags for the virtual machine. */
    public static List<String> command(List<String> flags, String... command) {
        List<String> call = new ArrayList<>(List.of(java().toString(), "--enable-native-access=ALL-UNNAMED"));
        call.addAll(flags);
        String folder = System.getProperty("stridescope.native.dir");
        if (folder != null)
            call.add("-Dstridescope.native.dir=" + folder);
        call.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        call.addAll(List.of(command));
        return call;
    }
}
