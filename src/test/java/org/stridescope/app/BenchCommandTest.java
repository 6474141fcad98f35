package org.stridescope.app;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class BenchCommandTest {
    @Test
    void jsonHasTheKeysOfTheContract() {
        Call call = Call.of("bench", "--metric", "cityblock", "-n", 120, "-m", 80, "-k", 6, "--variants",
                "loops,vector,trick", "--threads", 2, "--reps", 2, "--json");
        assertThat(call).isEqualTo(new Call(0, call.out(), ""));
        JsonNode report = call.json();
        assertThat(report.get("n").asInt()).isEqualTo(120);
        assertThat(report.get("m").asInt()).isEqualTo(80);
        assertThat(report.get("k").asInt()).isEqualTo(6);
        assertThat(report.get("metric").asString()).isEqualTo("cityblock");
        assertThat(report.get("threads").asInt()).isEqualTo(2);
        assertThat(report.get("machine").propertyNames()).contains("cores", "memory_bytes", "java");
        assertThat(report.at("/limits/store_bytes_per_s").asDouble()).isPositive();
        assertThat(report.at("/limits/flops").asDouble()).isPositive();
        assertThat(report.get("variants").valueStream().map(variant -> variant.get("name").asString()))
                .containsExactly("loops", "vector", "trick");
        assertThat(report.get("variants").valueStream()).allSatisfy(variant -> assertThat(variant.propertyNames())
                .contains("name", "available", "reason", "median_s", "min_s", "max_s", "elements_per_s", "peak_bytes",
                        "max_abs_error", "ratio"));
        assertThat(report.at("/variants/0/ratio").asDouble()).isEqualTo(1);
        assertThat(report.at("/variants/1/median_s").asDouble()).isPositive();
        assertThat(report.at("/variants/1/max_abs_error").asDouble()).isLessThan(1e-9);
        assertThat(report.at("/variants/2/available").asBoolean()).isFalse();
        assertThat(report.at("/variants/2/reason").asString()).contains("trick");
    }

    @Test
    void theTableHasALineAVariant() {
        Call call = Call.of("bench", "--metric", "sqeuclidean", "-n", 60, "-k", 3, "--variants", "loops,trick",
                "--reps", 1);
        assertThat(call).isEqualTo(new Call(0, call.out(), ""));
        assertThat(call.out()).contains("sqeuclidean, n = 60, m = 60, k = 3").contains("largest error");
        assertThat(call.out().lines()).anyMatch(line -> line.startsWith("loops"))
                .anyMatch(line -> line.startsWith("trick"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"-n | 0 | n must be 1 or more", "-k | -3 | k must be 1 or more",
            "-n | x | Invalid value for option '-n'", "--variants | loops,vectro | did you mean vector?",
            "--metric | cosine | there is no metric 'cosine'", "--reps | 0 | --reps is 0",
            "--threads | 0 | --threads is 0",
            "-n | 1000000 | 1 000 000 x 1 000 000"})
    void aWrongCallIsOneSentence(String option, String value, String said) {
        Call call = Call.of("bench", "--metric", option.equals("--metric") ? value : "cityblock", "-n",
                option.equals("-n") ? value : "50", "-k", option.equals("-k") ? value : "5", "--variants",
                option.equals("--variants") ? value : "loops", "--reps", option.equals("--reps") ? value : "1",
                "--threads",
                option.equals("--threads") ? value : "1");
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.sentence()).contains(said);
    }

    @Test
    void metricAndLengthsMustBeGiven() {
        Call call = Call.of("bench", "-n", 5);
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.sentence()).contains("--metric", "-k");
    }
}
