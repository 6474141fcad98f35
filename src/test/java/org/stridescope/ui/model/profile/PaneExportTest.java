package org.stridescope.ui.model.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.stridescope.explain.lines.LineCosts;
import org.stridescope.explain.lines.Selection;
import org.stridescope.export.paint.PackedFonts;
import org.stridescope.export.scene.Scene;
import org.stridescope.trace.Recording;
import org.stridescope.ui.model.RecordedRace;
import org.stridescope.ui.model.profile.PaneExport.Format;
import org.stridescope.ui.model.timeline.Plot;
import org.stridescope.ui.model.timeline.Span;
import org.stridescope.ui.model.timeline.TimelineData;
import org.stridescope.ui.model.timeline.TimelineScene;

import static org.assertj.core.api.Assertions.assertThat;

class PaneExportTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    Path folder;
    private final ProfileModel profile = new ProfileModel(new CompareModelTest.NoFiles(), Runnable::run, Runnable::run);
    private final PaneExport export = new PaneExport(profile, Runnable::run, Runnable::run);

    private static Scene seen(Recording race) {
        TimelineData data = TimelineData.of(race);
        return TimelineScene.of(TimelineScene.Shown.all(data), Plot.of(new Span(0, data.length()), 900, 500, 1), 900, 1,
                new PackedFonts(), 1);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void everyFormatIsWritten(Format format) throws IOException {
        Recording race = RecordedRace.loopsAndC();
        Path file = folder.resolve("pane." + format.ending());
        export.write(() -> PaneScenes.timeline(race, seen(race), ""), race, format, false, file);
        assertThat(profile.message().get()).isEqualTo("The picture is in " + file + ".");
        String start = new String(Files.readAllBytes(file), 0, 8, StandardCharsets.ISO_8859_1);
        assertThat(start).startsWith(switch (format) {
            case SVG -> "<";
            case PDF -> "%PDF";
            case PNG -> "\u0089PNG";
            case GIF -> "GIF89a";
        });
    }

    @Test
    void vectorsCarryTheSettingsOfTheRun() throws IOException {
        Recording race = RecordedRace.loopsAndC();
        Path file = folder.resolve("timeline.svg");
        export.write(() -> PaneScenes.timeline(race, seen(race), ""), race, Format.SVG, true, file);
        assertThat(Files.readString(file)).contains("<svg").contains("metric cityblock").contains("Timeline");
    }

    @Test
    void linesAreThoseOfTheSelection() throws IOException {
        Recording work = RecordedStacks.recording();
        Path file = folder.resolve("lines.svg");
        export.write(() -> PaneScenes.lines(work, LineCosts
                .of(work, Selection.between(60 * RecordedStacks.MS, 90 * RecordedStacks.MS)).rows(), ""), work,
                Format.SVG, false, file);
        assertThat(Files.readString(file)).contains("slow").doesNotContain("fast");
    }

    @Test
    void theSheetHoldsEveryPane() throws IOException {
        Recording work = RecordedStacks.recording();
        Path file = folder.resolve("sheet.svg");
        export.write(() -> new SheetScene(work, new PackedFonts()).all(), work, Format.SVG, false, file);
        assertThat(Files.readString(file)).contains("Timeline", "no processor free", "by line", "by call", "slow");
    }

    @Test
    void whatCannotBeWrittenIsASentence() {
        Recording race = RecordedRace.loopsAndC();
        export.write(() -> new SheetScene(race, new PackedFonts()).all(), race, Format.SVG, false,
                folder.resolve("no/such/folder.svg"));
        assertThat(profile.message().get()).startsWith("folder.svg cannot be written: ");
    }
}
