package org.stridescope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.stridescope.array.DType;

import static org.assertj.core.api.Assertions.assertThat;

/** The program as it was put together, started as a user starts it: from another folder, by its start script. */
class ProgramIT {
    private static final Path PROGRAM = Path.of(Objects.requireNonNull(System.getProperty("stridescope.program.dir")))
            .resolve("bin/stridescope").toAbsolutePath();
    private static final long WAIT_SECONDS = 120;

    @TempDir
    private Path folder;

    private Call program(Object... args) throws IOException, InterruptedException {
        return start(PROGRAM, Map.of(), args);
    }

    private Call start(Path script, Map<String, String> environment, Object... args)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        for (Object arg : args)
            command.add(arg.toString());
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("DISPLAY");
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS)).as("ends").isTrue();
        return new Call(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Test
    void resultsAreAllThereIs() throws IOException, InterruptedException {
        assertThat(program("--version")).satisfies(call -> {
            assertThat(call.code()).isZero();
            assertThat(call.out()).matches("Stridescope \\d+\\.\\d+\\.\\d+\\R");
            assertThat(call.err()).isEmpty();
        });
    }

    @Test
    void withoutADisplayOneLineNamesTheTour() throws IOException, InterruptedException {
        Call call = program();
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.sentence()).contains("no display", "stridescope tour");
    }

    @Test
    void aWrongCallIsOneLineAndTwo() throws IOException, InterruptedException {
        Call call = program("distance", "none.npy", "none.npy", "--metric", "cityblock", "--variant", "loops");
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.sentence()).startsWith("stridescope: X: none.npy");
    }

    @Test
    void startsThroughALinkWithAnotherJavaAsTheDefault() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("a link"), PROGRAM);
        assertThat(start(link, Map.of("JAVA_HOME", "/nowhere"), "--version").code()).isZero();
    }

    @Test
    void writesTheMatrixOfTwoFiles() throws IOException, InterruptedException {
        Points.write(folder.resolve("x y.npy"), DType.FLOAT64, 1, 100, 7);
        Call call = program("distance", "x y.npy", "x y.npy", "--metric", "sqeuclidean", "--variant", "c", "-o",
                "d.npy");
        assertThat(call).isEqualTo(new Call(0, call.out(), ""));
        assertThat(folder.resolve("d.npy")).hasSize(128 + 100 * 100 * 8);
    }

    @Test
    void benchFindsEveryVariantRight() throws IOException, InterruptedException {
        Call call = program("bench", "--metric", "cityblock", "-n", 300, "-k", 20, "--variants",
                "loops,broadcast,vector,c",
                "--threads", 2, "--reps", 2, "--json");
        assertThat(call).isEqualTo(new Call(0, call.out(), ""));
        assertThat(JsonMapper.shared().readTree(call.out()).get("variants").valueStream()).hasSize(4)
                .allSatisfy(variant -> {
                    assertThat(variant.get("available").asBoolean()).isTrue();
                    assertThat(variant.get("max_abs_error").asDouble()).isLessThan(1e-9);
                    assertThat(variant.get("median_s").asDouble()).isPositive();
                });
    }

    @Test
    void aRecordingOfCHasNativeWorkers() throws IOException, InterruptedException {
        Call record = program("record", "distance", "-o", "race.ssrec", "--set", "variants=c", "--set", "n=6000",
                "--set",
                "k=100", "--set", "threads=2");
        assertThat(record.code()).as(record.err()).isZero();
        JsonNode info = JsonMapper.shared().readTree(program("info", "race.ssrec", "--json").out());
        assertThat(info.get("threads").valueStream()).anySatisfy(thread -> {
            assertThat(thread.get("native").asBoolean()).isTrue();
            assertThat(thread.get("cpu_s").asDouble()).isPositive();
        });
    }
}
