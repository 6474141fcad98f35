package org.stridescope.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import org.stridescope.app.tour.Tour;
import org.stridescope.app.tour.TourStop;

/** Shows every lab where there is no display. */
@Command(name = "tour", description = "Run every lab without a display and leave a picture of each screen and an index page.")
final class TourCommand implements Callable<Integer> {
    @Option(names = {"-o",
            "--out"}, required = true, paramLabel = "DIR", description = "where to put pictures and index.html")
    private @Nullable Path folder;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Path to = Objects.requireNonNull(folder);
        if (Files.exists(to) && !Files.isDirectory(to))
            throw new CallError("--out: " + to + " is a file: name a folder");
        WindowLauncher.silenceToolkit();
        List<TourStop> stops;
        try (WindowParts parts = WindowParts.ofThisMachine()) {
            stops = Tour.run(to, parts::passingWindow);
        } catch (IOException e) {
            throw new WorkError("the pictures cannot be written: " + e.getMessage(), e);
        }
        for (TourStop stop : stops)
            out.println(stop.lab() + " " + stop.screen() + ": "
                    + (stop.failed() ? "FAILED: " + stop.failure() : to.resolve(stop.file()).toString()));
        boolean failed = stops.isEmpty() || stops.stream().anyMatch(TourStop::failed);
        out.println((failed ? "not every screen could be shown: " : "") + to.resolve("index.html"));
        return failed ? ExitCode.FAILED : ExitCode.DONE;
    }
}
