package org.stridescope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.io.ArrayFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DistanceCommandTest {
    @TempDir
    private Path folder;
    private Path x;
    private Path y;

    @BeforeEach
    void writePoints() {
        x = Points.write(folder.resolve("x.npy"), DType.FLOAT64, 1, 40, 5);
        y = Points.write(folder.resolve("y.npy"), DType.FLOAT64, 2, 30, 5);
    }

    private Call distance(Object... more) {
        Object[] call = {"distance", x, y, "--metric", "cityblock", "--variant", "vector"};
        Object[] all = Arrays.copyOf(call, call.length + more.length);
        System.arraycopy(more, 0, all, call.length, more.length);
        return Call.of(all);
    }

    @Test
    void writesTheMatrixThatTheDefinitionGives() {
        Path out = folder.resolve("d.npy");
        Call call = distance("-o", out, "--threads", 2);
        assertThat(call).isEqualTo(new Call(0, call.out(), ""));
        assertThat(call.out()).contains("(40, 30) float64 cityblock by vector", "written to " + out);
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            NDArray a = ArrayFiles.read(x, memory);
            NDArray b = ArrayFiles.read(y, memory);
            NDArray d = ArrayFiles.read(out, memory);
            double expected = 0;
            for (int k = 0; k < 5; k++)
                expected += Math.abs(a.getDouble(39, k) - b.getDouble(29, k));
            assertThat(d.getDouble(39, 29)).isEqualTo(expected, within(1e-12));
        }
    }

    @Test
    void jsonSaysWhatWasDone() {
        JsonNode report = distance("--json").json();
        assertThat(report.get("shape").toString()).isEqualTo("[40,30]");
        assertThat(report.get("variant").asString()).isEqualTo("vector");
        assertThat(report.get("seconds").asDouble()).isPositive();
        assertThat(report.has("output")).isFalse();
    }

    @Test
    void integersAreTakenAsSciPyTakesThem() {
        x = Points.write(folder.resolve("xi.npy"), DType.INT32, 1, 12, 5);
        Call call = distance();
        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("(12, 30) float64");
    }

    @Test
    void featuresMustAgree() {
        y = Points.write(folder.resolve("other.npy"), DType.FLOAT64, 2, 30, 4);
        Call call = distance("-o", folder.resolve("d.npy"));
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.sentence()).contains("x has 5 features and y has 4");
        assertThat(folder.resolve("d.npy")).doesNotExist();
    }

    @Test
    void pointsAreTwoDimensional() {
        y = Points.write(folder.resolve("cube.npy"), DType.FLOAT64, 2, 3, 4, 5);
        assertThat(distance().code()).isEqualTo(2);
        assertThat(distance().sentence()).contains("Y:", "cube.npy", "(3, 4, 5)", "2-dimensional");
    }

    @Test
    void aFileThatIsCutOffIsNamed() throws IOException {
        Files.write(y, Arrays.copyOf(Files.readAllBytes(y), 200));
        assertThat(distance().code()).isEqualTo(2);
        assertThat(distance().sentence()).contains("Y:", "y.npy");
    }

    @Test
    void aFileThatIsNoArrayIsNamed() throws IOException {
        Files.writeString(x, "1,2,3\n");
        assertThat(distance().code()).isEqualTo(2);
        assertThat(distance().sentence()).contains("X:", "x.npy");
    }

    @Test
    void aMissingFileAndAFolderAreNamed() {
        y = folder.resolve("none.npy");
        assertThat(distance().sentence()).contains("Y:", "none.npy");
        y = folder;
        assertThat(distance().sentence()).contains("Y:", folder.toString(), "folder");
    }

    @Test
    void theFolderOfTheResultMustBeThere() {
        Call call = distance("-o", folder.resolve("none/d.npy"));
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.sentence()).contains("none", "does not exist");
    }

    @Test
    void whatWouldNotFitIsRefusedBeforeItStarts() {
        x = Points.write(folder.resolve("many.npy"), DType.FLOAT64, 1, 3_000_000, 1);
        Call call = Call.of("distance", x, x, "--metric", "cityblock", "--variant", "vector");
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.sentence()).contains("72000144000000 bytes (65.5 TiB)", "are available");
    }

    @ParameterizedTest
    @CsvSource({"--metric,cosine,there is no metric 'cosine'", "--variant,vectro,did you mean vector?",
            "--threads,0,--threads is 0", "--threads,two,Invalid value for option '--threads'"})
    void aWrongOptionIsSaid(String option, String value, String said) {
        Call call = distance(option, value);
        if (option.equals("--threads")) {
            assertThat(call.code()).isEqualTo(2);
            assertThat(call.sentence()).contains(said);
            return;
        }
        Call alone = option.equals("--metric")
                ? Call.of("distance", x, y, "--metric", value, "--variant", "vector")
                : Call.of("distance", x, y, "--metric", "cityblock", "--variant", value);
        assertThat(alone.code()).isEqualTo(2);
        assertThat(alone.sentence()).contains(said);
    }

    @Test
    void theTrickSaysWhyItHasNoCityblock() {
        Call call = Call.of("distance", x, y, "--metric", "cityblock", "--variant", "trick");
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.sentence()).contains("trick");
    }

    @Test
    void theListNamesEveryVariant() {
        Call call = Call.of("distance", "--list");
        assertThat(call.code()).isZero();
        assertThat(call.out().lines()).anyMatch(line -> line.startsWith("loops "))
                .anyMatch(line -> line.startsWith("c "));
        JsonNode list = Call.of("distance", "--list", "--json").json();
        assertThat(list.valueStream()).allSatisfy(entry -> {
            assertThat(entry.get("metrics").size()).isPositive();
            assertThat(entry.get("reason").asString().isEmpty()).isEqualTo(entry.get("available").asBoolean());
        });
    }
}
