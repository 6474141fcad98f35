package org.stridescope.schedule.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.stridescope.schedule.ScheduleError;
import org.stridescope.schedule.ScheduleError.Reason;

/**
 * How to start a worker: a command to which the shared folder is added.
 *
 * @param command program and arguments
 */
public record ProcessLaunch(List<String> command) {
    public ProcessLaunch {
        command = List.copyOf(command);
    }

    /** This JVM's Java with this program's classes and another main class: a small heap, a start as quick as can be. */
    public static ProcessLaunch java(String mainClass) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // without the file that other tools find a JVM by: a killed worker would leave it behind
        command.addAll(List.of("-XX:-UsePerfData", "-XX:+UseSerialGC", "-Xmx512m", "-XX:MaxDirectMemorySize=64g",
                "--enable-native-access=ALL-UNNAMED", "--add-modules=jdk.incubator.vector"));
        String natives = System.getProperty("stridescope.native.dir");
        if (natives != null)
            command.add("-Dstridescope.native.dir=" + natives);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        return new ProcessLaunch(command);
    }

    Process start(Path folder) {
        List<String> all = new ArrayList<>(command);
        all.add(folder.toString());
        try {
            return new ProcessBuilder(all).redirectError(folder.resolve("errors").toFile()).start();
        } catch (java.io.IOException e) {
            throw new ScheduleError(Reason.WORKERS, null, "a worker process cannot be started: " + e.getMessage(), e);
        }
    }
}
