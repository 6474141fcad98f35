package org.stridescope.app;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import org.stridescope.kernel.remarks.JavaLoopTimes;

/** Times the loops of the lesson on vectorisation; started by the program itself, with other flags for the machine. */
@Command(name = "loop-times", hidden = true, description = "For the program itself: times loops as this virtual machine compiles them.")
final class LoopTimesCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        JavaLoopTimes.measureHere().forEach(out::println);
    }
}
