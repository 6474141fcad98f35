package org.stridescope.probe.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.stridescope.trace.Activity;

import static org.assertj.core.api.Assertions.assertThat;

/** Readings of stored texts; where these come from is in src/test/resources/tool/README.md. */
class SystemToolTest {
    private static final Path STORED = Path.of("src/test/resources/tool");
    private final SystemTool mac = SystemTool.of("Mac OS X").orElseThrow();
    private final SystemTool windows = SystemTool.of("Windows 11").orElseThrow();

    /** The readings of a stored text, as a stream would cut them. */
    private static List<ToolReading> stored(SystemTool tool, String file) throws IOException {
        List<ToolReading> readings = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(STORED.resolve(file))) {
            lines.add(line);
            if (line.equals(SystemTool.END)) {
                tool.read(lines).ifPresent(readings::add);
                lines.clear();
            }
        }
        return readings;
    }

    @Test
    void macTellsTheResidentSetAndALineAThread() throws IOException {
        List<ToolReading> readings = stored(mac, "macos.txt");
        assertThat(readings).hasSize(2);
        ToolReading first = readings.getFirst();
        assertThat(first.residentBytes()).isEqualTo(412_048L * 1024);
        assertThat(first.threads()).extracting(ToolReading.Row::activity).containsExactly(Activity.WAITING,
                Activity.RUNNING, Activity.WAITING, Activity.RUNNING, Activity.DISK);
        assertThat(first.threads()).extracting(ToolReading.Row::systemThread).containsOnly(-1L);
        assertThat(first.threads().get(1).userNanos()).isEqualTo(3_950_000_000L);
        assertThat(first.threads().get(1).systemNanos()).isEqualTo(40_000_000L);
        assertThat(first.threads().get(3).systemNanos()).as("minutes and seconds").isEqualTo(1_988_120_000_000L);
        assertThat(first.threads().get(3).userNanos()).as("more than an hour of minutes")
                .isEqualTo(133_854_680_000_000L);
        assertThat(readings.get(1).threads()).as("a thread has ended").hasSize(4);
        assertThat(readings.get(1).threads().get(3).userNanos()).as("a day").isEqualTo(133_855_680_000_000L);
    }

    @Test
    void windowsTellsTheWorkingSetAndEachThreadByNumber() throws IOException {
        ToolReading reading = stored(windows, "windows.txt").getFirst();
        assertThat(reading.residentBytes()).isEqualTo(421_937_152);
        assertThat(reading.threads()).as("one has ended while it was read").extracting(ToolReading.Row::systemThread)
                .containsExactly(4712L, 9340L, 9344L, 9352L);
        assertThat(reading.threads()).extracting(ToolReading.Row::activity).containsExactly(Activity.WAITING,
                Activity.RUNNING, Activity.RUNNABLE, Activity.WAITING);
        assertThat(reading.threads()).extracting(ToolReading.Row::waitsFor).containsExactly("UserRequest", "", "",
                "EventPairLow");
        assertThat(reading.threads().getFirst().userNanos()).isEqualTo(15_625_000);
        assertThat(reading.threads().get(1).cpuNanos()).isEqualTo(4_000_000_000L);
        assertThat(reading.threads().get(2).userNanos()).as("a day and some").isEqualTo(93_784_500_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--", "ps: illegal option -- M", "Get-Process : Cannot find a process", "412048",
            "\"WorkingSet64\"", "\"Id\",\"ThreadState\"\n\"x\",\"y\"",
            "USER     PID   TT   %CPU STAT PRI     STIME     UTIME COMMAND"})
    void whatIsNotUnderstoodIsNoReading(String text) {
        assertThat(mac.read(text.lines().toList())).isEmpty();
        assertThat(windows.read(text.lines().toList())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Mac OS X, ps -M", "Windows 11, Get-Process"})
    void theCommandNamesTheProcessAndEndsItsReadings(String system, String program) {
        SystemTool tool = SystemTool.of(system).orElseThrow();
        assertThat(String.join(" ", tool.command(4711))).contains(program).contains("4711").contains(SystemTool.END);
        assertThat(tool.gap()).contains("record on Linux");
    }

    @Test
    void linuxNeedsNone() {
        assertThat(SystemTool.of("Linux")).isEmpty();
    }

    @Test
    void theJvmsOwnThreadsAreKnownByItsDump() throws IOException {
        var known = JvmThreadsText.read(Files.readString(STORED.resolve("thread-print.txt")));
        assertThat(known.values()).extracting(JvmThreadsText.Known::name).contains("main", "stridescope-race",
                "G1 Conc#0", "VM Thread");
        assertThat(known.values()).filteredOn(thread -> thread.name().equals("main")).singleElement()
                .satisfies(thread -> assertThat(thread.javaId()).isPositive());
        assertThat(known.values()).filteredOn(thread -> thread.name().equals("G1 Conc#0")).singleElement()
                .satisfies(thread -> assertThat(thread.javaId()).isEqualTo(-1));
    }

    @Test
    void thisJvmTellsOfItsThreads() {
        assertThat(JvmThreadsText.ask().values()).extracting(JvmThreadsText.Known::javaId)
                .contains(Thread.currentThread().threadId());
    }
}
