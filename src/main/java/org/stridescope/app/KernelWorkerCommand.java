package org.stridescope.app;

import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import org.stridescope.kernel.worker.WorkerServer;

/** Runs a kernel that may crash; started by the program itself, with the settings on standard input. */
@Command(name = "kernel-worker", hidden = true, description = "For the program itself: runs a kernel in a process of its own.")
final class KernelWorkerCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        new WorkerServer(new InputStreamReader(System.in, StandardCharsets.UTF_8), out,
                () -> Runtime.getRuntime().halt(ExitCode.DONE)).serve();
        return ExitCode.DONE;
    }
}
