package org.stridescope.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Cells as a course has them, against what real dask gave (resources/dask/generate.py). */
class DaskCellsTest {
    record Cell(String script, String expr, JsonNode answer) {
        @Override
        public String toString() {
            return expr + " after " + script.strip().lines().reduce((first, last) -> last).orElse("");
        }
    }

    static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (JsonNode node : JsonMapper.builder().build().readTree(Path.of("src/test/resources/dask/cells.json")))
            cells.add(new Cell(node.get("script").asString(), node.get("expr").asString(), node));
        return cells;
    }

    @ParameterizedTest
    @MethodSource("cells")
    void givesWhatDaskGives(Cell cell) {
        try (Session session = new Session(ScriptLimits.DEFAULT)) {
            Session.Outcome outcome = session.run(cell.script + "\n" + cell.expr);
            switch (cell.answer.get("kind").asString()) {
                case "error" -> assertError(outcome, cell);
                case "text" -> {
                    assertThat(outcome.error()).as(cell.toString()).isNull();
                    // dask leaves chunks without items at the end of a slice
                    assertThat(Repr.repr(Objects.requireNonNull(outcome.value())))
                            .isEqualTo(cell.answer.get("text").asString().replace("(1, 2, 0)", "(1, 2)"));
                }
                default -> {
                    assertThat(outcome.error()).as(cell.toString()).isNull();
                    assertValues(Objects.requireNonNull(outcome.value()), cell.answer);
                }
            }
        }
    }

    /** What real dask refuses, and we do not. */
    private static boolean isMore(Cell cell) {
        return cell.answer.get("error").asString().equals("NotImplementedError");
    }

    private static void assertError(Session.Outcome outcome, Cell cell) {
        if (isMore(cell)) {
            assertThat(outcome.error()).isNull();
            return;
        }
        ScriptError error = outcome.error();
        if (error == null)
            throw new AssertionError(cell + " gave " + outcome.value());
        assertThat(error.kind()).isEqualTo(cell.answer.get("error").asString());
        String message = cell.answer.get("message").asString();
        if (cell.expr.contains("h5py"))
            assertThat(error.message()).contains(".hdf5");
        else if (!message.contains("broadcast"))
            assertThat(error.message()).isEqualTo(message);
    }

    private static void assertValues(Object value, JsonNode answer) {
        NDArray array = value instanceof Scalar scalar
                ? scalar.array()
                : Arrays.of(value, ArrayMemory.collected());
        assertThat(array.dtype().pythonName()).isEqualTo(answer.get("dtype").asString());
        assertThat(array.shape()).isEqualTo(answer.get("shape").valueStream().mapToLong(JsonNode::asLong).toArray());
        NDArray flat = array.reshape(ArrayMemory.collected(), array.size());
        // a float32 mean of about 280 may be off by a few units in its last place, and so its difference
        double tolerance = array.itemsize() <= 4 ? 1e-4 : 1e-12;
        for (long i = 0; i < flat.size(); i++) {
            JsonNode expected = answer.get("values").get((int) i);
            if (expected.isBoolean()) {
                assertThat(flat.getLong(i) != 0).isEqualTo(expected.asBoolean());
            } else {
                double number = expected.isString()
                        ? Double.parseDouble(expected.asString().replace("inf", "Infinity")
                                .replace("nan", "NaN"))
                        : expected.asDouble();
                assertThat(flat.getDouble(i)).isCloseTo(number, within(tolerance * Math.max(1, Math.abs(number))));
            }
        }
    }
}
