package org.stridescope.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The cells of a course on arrays, as typed, in one session; real NumPy's answers: src/test/resources/course/generate.py. */
final class CourseCellsIT {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d*(e[-+]?\\d+)?");

    private static String text(String name) throws IOException {
        try (InputStream stream = CourseCellsIT.class.getResourceAsStream("/course/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyCellAnswersAsNumPyDoes() throws IOException {
        String[] cells = text("numpy-cells.py").split("# %%\n", -1);
        JsonNode answers = JsonMapper.shared().readTree(text("numpy-cells.json"));
        assertThat(answers).hasSize(cells.length);
        try (Session session = new Session(ScriptLimits.DEFAULT)) {
            for (int i = 0; i < cells.length; i++) {
                Session.Outcome outcome = session.run(cells[i], true);
                assertThat(outcome.error()).as(cells[i]).isNull();
                Object value = outcome.value();
                String repr = value == null ? "None" : Repr.repr(value);
                String expected = answers.get(i).get("repr").asString();
                assertThat(NUMBER.matcher(repr).replaceAll("#")).as(cells[i])
                        .isEqualTo(NUMBER.matcher(expected).replaceAll("#"));
                compare(numbers(repr), numbers(expected), cells[i]);
                assertThat(outcome.printed()).as(cells[i]).isEqualTo(answers.get(i).get("printed").asString());
            }
        }
    }

    private static List<Double> numbers(String repr) {
        List<Double> numbers = new ArrayList<>();
        for (Matcher matcher = NUMBER.matcher(repr); matcher.find();)
            numbers.add(Double.valueOf(matcher.group()));
        return numbers;
    }

    /** Sums may differ in the last digits, as they do between builds of NumPy. */
    private static void compare(List<Double> ours, List<Double> expected, String cell) {
        assertThat(ours).hasSameSizeAs(expected);
        for (int i = 0; i < ours.size(); i++)
            assertThat(Math.abs(ours.get(i) - expected.get(i))).as(cell)
                    .isLessThanOrEqualTo(1e-12 * Math.max(1, Math.abs(expected.get(i))));
    }
}
