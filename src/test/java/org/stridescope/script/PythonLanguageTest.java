package org.stridescope.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Scripts of plain Python print what CPython prints for them, and end in its errors; {@code python_language.py} made them. */
final class PythonLanguageTest {
    static Stream<JsonNode> cases() {
        JsonMapper mapper = JsonMapper.builder().build();
        return lines().stream().map(mapper::readTree);
    }

    private static List<String> lines() {
        try (var in = Objects.requireNonNull(
                PythonLanguageTest.class.getResourceAsStream("python-language.jsonl"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void printsWhatCPythonPrints(JsonNode golden) {
        String script = golden.get("script").asString();
        try (Session session = new Session(ScriptLimits.DEFAULT)) {
            Session.Outcome outcome = session.run(script);
            String error = golden.has("error") ? golden.get("error").asString() : null;
            assertThat(outcome.error() == null ? null : outcome.error().kind())
                    .as(script + "\n" + (outcome.error() == null ? "" : outcome.error().message())).isEqualTo(error);
            assertThat(outcome.printed()).as(script).isEqualTo(golden.get("printed").asString());
        }
    }
}
