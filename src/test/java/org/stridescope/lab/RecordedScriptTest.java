package org.stridescope.lab;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.stridescope.explain.lines.LineCosts;
import org.stridescope.explain.lines.LineRow;
import org.stridescope.explain.lines.Selection;
import org.stridescope.script.ScriptLimits;
import org.stridescope.script.Session;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RecordingFile;
import org.stridescope.trace.StackFrame.Kind;
import org.stridescope.trace.TraceEvent;

import static org.assertj.core.api.Assertions.assertThat;

class RecordedScriptTest {
    private static final String SOURCE = """
            import numpy as np
            x = np.ones((400, 500))
            for i in range(3):
                y = x.T.ravel()
            del y
            print(x.sum())
            """;

    @TempDir
    private Path folder;

    private Recording recorded(String source) {
        Path file = folder.resolve("script.ssrec");
        try (Session session = new Session(ScriptLimits.DEFAULT)) {
            RecordedScript.run("walk.py", source, session, file);
        }
        return RecordingFile.read(file);
    }

    private static LineRow line(Recording recording, int number) {
        return LineCosts.of(recording, Selection.ALL).rows().stream()
                .filter(row -> row.kind() == Kind.SCRIPT && row.line() == number).findFirst().orElseThrow();
    }

    @Test
    void everyLineHasItsExactCost() {
        Recording recording = recorded(SOURCE);
        long bytes = 400L * 500 * 8;
        assertThat(line(recording, 2).hits()).isEqualTo(1);
        assertThat(line(recording, 2).allocatedBytes()).isEqualTo(bytes);
        LineRow copy = line(recording, 4);
        assertThat(copy.file()).isEqualTo("walk.py");
        assertThat(copy.hits()).isEqualTo(3);
        assertThat(copy.allocatedBytes()).isEqualTo(3 * bytes);
        assertThat(copy.copies()).isEqualTo(3);
        assertThat(copy.freedBytes() + line(recording, 5).freedBytes()).as("all but x").isEqualTo(3 * bytes);
        assertThat(copy.selfNanos()).isPositive();
    }

    @Test
    void theScriptComesWithIt() {
        Recording recording = recorded(SOURCE);
        assertThat(recording.experiment()).isEqualTo(RecordedScript.EXPERIMENT);
        assertThat(recording.source("walk.py")).contains(SOURCE);
        assertThat(recording.settings()).containsKeys("machine", "java", "script");
        assertThat(recording.marks()).extracting(TraceEvent.Mark::label).containsExactly("script begins",
                "script ends");
        assertThat(recording.threads()).extracting(thread -> thread.name()).contains("script");
    }

    @Test
    void aScriptThatFailsLeavesWhatItCostUntilThen() {
        Path file = folder.resolve("fails.ssrec");
        try (Session session = new Session(ScriptLimits.DEFAULT)) {
            Session.Outcome outcome = RecordedScript.run("fails.py", "x = 1\ny = x / 0\nz = 2", session, file);
            assertThat(outcome.error()).isNotNull();
        }
        List<Integer> lines = RecordingFile.read(file).lines().stream().map(TraceEvent.LineCost::line).toList();
        assertThat(lines).contains(1).doesNotContain(3);
    }
}
