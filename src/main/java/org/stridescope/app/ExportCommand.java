package org.stridescope.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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

import org.stridescope.explain.flame.FlameGraph;
import org.stridescope.explain.lines.Selection;
import org.stridescope.export.ChromeTrace;
import org.stridescope.export.SamplesCsv;
import org.stridescope.export.paint.GifAnimation;
import org.stridescope.export.paint.PackedFonts;
import org.stridescope.export.paint.PdfPainter;
import org.stridescope.export.paint.RasterPainter;
import org.stridescope.export.paint.SvgPainter;
import org.stridescope.export.scene.Theme;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RecordingFile;
import org.stridescope.trace.SampleKind;
import org.stridescope.ui.model.profile.SheetScene;

/** Turns a recording into a file for another program. */
@Command(name = "export", sortOptions = false, description = "Write a recording for other programs.")
final class ExportCommand implements Runnable {
    private static final int GIF_FRAMES = 60;
    private static final int GIF_CENTISECONDS = 10;
    private static final int GIF_LAST_CENTISECONDS = 200;

    @Parameters(paramLabel = "FILE", description = "a recording (.ssrec), or a flight recording (.jfr)")
    private @Nullable Path file;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Form form = new Form();

    @Option(names = {"-o", "--output"}, required = true, paramLabel = "OUT", description = "the file to write")
    private @Nullable Path output;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--dark", description = "pictures on a dark ground")
    private boolean dark;

    /** What to write. */
    static final class Form {
        @Option(names = "--trace", description = "a Chrome trace as JSON, which ui.perfetto.dev opens")
        private boolean trace;

        @Option(names = "--csv", description = "every sample as a line of a table")
        private boolean csv;

        @Option(names = "--svg", description = "the panes as a picture of vectors, with the machine and the settings")
        private boolean svg;

        @Option(names = "--pdf", description = "the same as a page")
        private boolean pdf;

        @Option(names = "--png", description = "the same in pixels")
        private boolean png;

        @Option(names = "--gif", description = "threads, memory and tasks replayed, as an animation")
        private boolean gif;

        @Option(names = "--collapsed", description = "call stacks with their CPU nanoseconds, for flame graph tools")
        private boolean collapsed;

        @Option(names = "--jfr", description = "the profiler's own flight recording, for JDK Mission Control")
        private boolean jfr;
    }

    @Override
    public void run() {
        Path to = Objects.requireNonNull(output);
        Path from = Objects.requireNonNull(file);
        OutputFile.check(to);
        if (form.jfr)
            flight(from, to);
        else
            write(RecordingChoice.open(from).recording(), to);
        Objects.requireNonNull(spec).commandLine().getOut().println("written to " + to);
    }

    private void flight(Path from, Path to) {
        RecordingFile.read(from); // says what is wrong with it, where something is
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (!RecordingFile.attachment(from, RecordingFile.FLIGHT, bytes))
                throw new CallError(from + " holds no flight recording: its lines were not sampled");
            OutputFile.writeBytes(to, bytes::writeTo);
        } catch (IOException e) {
            throw new CallError(from + " cannot be read: " + e.getMessage());
        }
    }

    private void write(Recording recording, Path to) {
        System.setProperty("java.awt.headless", "true"); // pictures are painted in memory
        Theme theme = dark ? Theme.DARK : Theme.LIGHT;
        if (form.pdf)
            OutputFile.writeBytes(to, out -> PdfPainter.write(sheet(recording).all(), theme, out));
        else if (form.png)
            OutputFile.writeBytes(to, out -> new RasterPainter(theme, 2).png(sheet(recording).all(), out));
        else if (form.gif)
            OutputFile.writeBytes(to, out -> gif(recording, theme, out));
        else
            OutputFile.write(to, out -> text(recording, theme, out));
    }

    private void text(Recording recording, Theme theme, Writer out) throws IOException {
        if (form.trace)
            ChromeTrace.write(recording, out);
        else if (form.csv)
            SamplesCsv.write(recording, out);
        else if (form.svg)
            SvgPainter.write(sheet(recording).all(), theme, out);
        else
            for (String line : FlameGraph.collapsed(recording, Selection.ALL, SampleKind.CPU))
                out.append(line).append('\n');
    }

    private static void gif(Recording recording, Theme theme, OutputStream out) throws IOException {
        GifAnimation.write(sheet(recording).frames(GIF_FRAMES), new RasterPainter(theme, 1), GIF_CENTISECONDS,
                GIF_LAST_CENTISECONDS, out);
    }

    private static SheetScene sheet(Recording recording) {
        return new SheetScene(recording, new PackedFonts());
    }
}
