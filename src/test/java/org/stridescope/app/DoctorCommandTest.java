package org.stridescope.app;

import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class DoctorCommandTest {
    @Test
    void jsonSaysWhatThereIsAndWhatIsMissing() {
        Call call = Call.of("doctor", "--json");
        assertThat(call.code()).isZero();
        assertThat(call.err()).isEmpty();
        JsonNode report = call.json();
        assertThat(report.get("java").asString()).startsWith("25");
        assertThat(report.get("cores").asInt()).isPositive();
        assertThat(report.at("/memory/total_bytes").asLong())
                .isGreaterThan(report.at("/memory/available_bytes").asLong());
        Set<String> groups = report.get("checks").valueStream().map(check -> check.get("group").asString())
                .collect(Collectors.toSet());
        assertThat(groups).contains("machine", "kernels", "compilers", "python", "permissions", "display");
        assertThat(report.get("checks").valueStream()).allSatisfy(check -> {
            boolean ok = check.get("ok").asBoolean();
            assertThat(check.get("reason").asString().isEmpty()).as("%s", check).isEqualTo(ok);
        });
    }

    @Test
    void linesNameEveryVariant() {
        Call call = Call.of("doctor");
        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("loops", "vector", "memory", "cores");
    }
}
