package org.stridescope.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scripts with the answers of real NumPy 1.24: src/test/resources/golden and, made at random and by a list of functions,
 * src/test/resources/numpy-sample. What is known to differ stands in left.txt there, with its reason.
 * {@code -Dstridescope.sample=FILE} compares a fresh file made by generate.py there as well.
 */
final class GoldenScriptsTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(strings = {"/golden/numpy-fixed.jsonl", "/golden/numpy-random.jsonl", "/golden/numpy-more.jsonl",
            "/numpy-sample/listed.jsonl", "/numpy-sample/sample.jsonl"})
    void answersAsNumPyDoes(String file) throws IOException {
        List<String> left = file.startsWith("/numpy-sample") ? lines("/numpy-sample/left.txt") : List.of();
        List<String> cases = lines(file);
        assertThat(cases).isNotEmpty();
        assertThat(cases.parallelStream().map(line -> wrong(MAPPER.readTree(line), left)).filter(Objects::nonNull))
                .isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = "stridescope.sample", matches = ".+", disabledReason = "compares a fresh sample")
    void answersAFreshSampleAsNumPyDoes() throws IOException {
        List<String> cases = Files.readAllLines(Path.of(System.getProperty("stridescope.sample")));
        assertThat(cases).isNotEmpty();
        assertThat(cases.parallelStream().map(line -> wrong(MAPPER.readTree(line), List.of())).filter(Objects::nonNull))
                .isEmpty();
    }

    /** What differs from NumPy's answer; also a case that is listed as left and has come right. */
    private static @Nullable String wrong(JsonNode expected, List<String> left) {
        String id = expected.get("id").asString();
        String difference = difference(expected, answer(expected));
        if (left.stream().noneMatch(known -> known.startsWith(id + " ")))
            return difference == null ? null : id + ": " + difference + ": " + source(expected);
        return difference == null ? id + " is right and has no place in left.txt" : null;
    }

    static List<String> lines(String file) throws IOException {
        try (InputStream stream = GoldenScriptsTest.class
                .getResourceAsStream(file.startsWith("/") ? file : "/golden/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    static String source(JsonNode golden) {
        StringBuilder source = new StringBuilder();
        golden.get("script").valueStream().forEach(s -> source.append(s.asString()).append('\n'));
        return source.append(golden.get("expr").asString()).toString();
    }

    private static JsonNode answer(JsonNode golden) {
        try (Session session = new Session(ScriptLimits.DEFAULT)) {
            Session.Outcome outcome = session.run(source(golden));
            Map<String, Object> answer = Answer.of(outcome, session.variables());
            return MAPPER.readTree(MAPPER.writeValueAsString(answer));
        }
    }

    private static @Nullable String difference(JsonNode expected, JsonNode actual) {
        if (expected.has("error")) {
            boolean same = expected.get("error").equals(actual.get("error"))
                    && expected.get("message").asString().strip().equals(actual.path("message").asString().strip());
            return same ? null : "error " + actual;
        }
        if (actual.has("error"))
            return actual.toString();
        for (String key : List.of("kind", "dtype", "shape", "nbytes", "c_contiguous", "f_contiguous", "writeable",
                "shares_memory")) {
            if (expected.has(key) && !expected.get(key).equals(actual.get(key)))
                return key + " is " + actual.get(key);
        }
        if (expected.has("strides") && expected.get("size").asLong() > 0) {
            for (int axis = 0; axis < expected.get("shape").size(); axis++) {
                if (expected.get("shape").get(axis).asLong() > 1
                        && expected.get("strides").get(axis).asLong() != actual.get("strides").get(axis).asLong()) {
                    return "strides are " + actual.get("strides");
                }
            }
        }
        double tolerance = switch (expected.path("dtype").asString("")) {
            case "float32", "complex64" -> 1e-5;
            case "float16" -> 1e-3;
            default -> 1e-12;
        };
        return close(expected.path("values"), actual.path("values"), tolerance)
                ? null
                : "values are " + actual.get("values");
    }

    private static boolean close(JsonNode a, JsonNode b, double tolerance) {
        if (a.isArray() || a.isObject()) {
            if (a.size() != b.size() && a.isArray())
                return false;
            if (a.isObject())
                return b.isObject() && difference(a, b) == null;
            for (int i = 0; i < a.size(); i++)
                if (!close(a.get(i), b.get(i), tolerance))
                    return false;
            return true;
        }
        if (!a.isNumber() || !b.isNumber())
            return a.equals(b);
        double x = a.asDouble();
        double y = b.asDouble();
        return x == y || Math.abs(x - y) <= tolerance * Math.max(1, Math.max(Math.abs(x), Math.abs(y)));
    }
}
