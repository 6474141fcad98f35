package org.stridescope.app;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.stridescope.export.ChromeTrace;
import org.stridescope.export.SamplesCsv;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RecordingFile;

/** Turns a recording into a file for another program. */
@Command(name = "export", sortOptions = false, description = "Write a recording for other programs.")
final class ExportCommand implements Runnable {
    @Parameters(paramLabel = "FILE", description = "a recording (.ssrec)")
    private @Nullable Path file;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Form form = new Form();

    @Option(names = {"-o", "--output"}, required = true, paramLabel = "OUT", description = "the file to write")
    private @Nullable Path output;

    @Spec
    private @Nullable CommandSpec spec;

    /** What to write. */
    static final class Form {
        @Option(names = "--trace", description = "a Chrome trace as JSON, which ui.perfetto.dev opens")
        private boolean trace;

        @Option(names = "--csv", description = "every sample as a line of a table")
        private boolean csv;
    }

    @Override
    public void run() {
        Path to = Objects.requireNonNull(output);
        OutputFile.check(to);
        Recording recording = RecordingFile.read(Objects.requireNonNull(file));
        OutputFile.write(to, out -> write(recording, out));
        Objects.requireNonNull(spec).commandLine().getOut().println("written to " + to);
    }

    private void write(Recording recording, Writer out) throws IOException {
        if (form.trace)
            ChromeTrace.write(recording, out);
        else if (form.csv)
            SamplesCsv.write(recording, out);
    }
}
