package org.stridescope.probe.tool;

import java.util.List;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/** A child that writes what macOS' programs write. */
@DisabledOnOs(OS.WINDOWS)
class ToolStreamTest {
    private final SystemTool mac = SystemTool.of("Mac OS X").orElseThrow();

    private ToolStream stream(String script) {
        return ToolStream.start(List.of("/bin/sh", "-c", script), mac::read);
    }

    private static void until(BooleanSupplier holds) {
        long start = System.nanoTime();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime() - start).as("nanoseconds waited").isLessThan(20_000_000_000L);
            Thread.onSpinWait();
        }
    }

    @Test
    void theLastWholeReadingIsAtHand() {
        try (ToolStream stream = stream("cat src/test/resources/tool/macos.txt; echo 500000; exec sleep 60")) {
            until(() -> stream.latest().filter(reading -> reading.residentBytes() == 413_312L * 1024).isPresent());
            assertThat(stream.latest().orElseThrow().threads()).hasSize(4);
            assertThat(stream.gap()).isEmpty();
        }
    }

    @Test
    void aProgramThatIsNotThereIsSaid() {
        try (ToolStream stream = ToolStream.start(List.of("/no/such/program"), mac::read)) {
            assertThat(stream.latest()).isEmpty();
            assertThat(stream.gap()).contains("/no/such/program does not start");
        }
    }

    @Test
    void aProgramThatSaysOtherThingsIsSaid() {
        try (ToolStream stream = stream("echo ps: illegal option; echo --")) {
            until(() -> !stream.gap().isEmpty());
            assertThat(stream.gap()).contains("nothing that is understood");
        }
    }
}
