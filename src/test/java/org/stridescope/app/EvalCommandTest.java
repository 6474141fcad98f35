package org.stridescope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

final class EvalCommandTest {
    @Test
    void aFileIsRun(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("sum.py"), "import numpy as np\nnp.arange(5).sum()\n");
        Call call = Call.of("eval", file.toString());
        assertThat(call.out()).isEqualToIgnoringNewLines("10");
        assertThat(call.code()).isZero();
    }

    @Test
    void aFileThatIsNotThereIsTakenForAScript() {
        assertThat(Call.of("eval", "nothere.py").err()).startsWith("NameError: name 'nothere' is not defined");
    }

    @Test
    void anArrayIsToldWithAllItsKeys() {
        Call call = Call.of("eval", "--json", "x = np.arange(16, dtype='int8').reshape(4, 4); x.T[1:]");
        assertThat(call.code()).isZero();
        JsonNode answer = call.json();
        assertThat(answer).isEqualTo(JsonMapper.shared().readTree("""
                {"kind": "array", "dtype": "int8", "shape": [3, 4], "strides": [1, 4], "itemsize": 1, "nbytes": 12,
                 "ndim": 2, "size": 12, "c_contiguous": false, "f_contiguous": false, "owndata": false,
                 "writeable": true, "offset": 1, "shares_memory": {"x": true},
                 "values": [1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15]}"""));
    }

    @Test
    void scalarsAndTuplesAndWhatIsNoNumberInJson() {
        assertThat(Call.of("eval", "--json", "np.float64(1.5)").json())
                .isEqualTo(JsonMapper.shared().readTree("{'kind': 'scalar', 'dtype': 'float64', 'values': [1.5]}"
                        .replace('\'', '"')));
        assertThat(Call.of("eval", "--json", "np.zeros((4, 8)).strides").json()).isEqualTo(
                JsonMapper.shared().readTree("{\"kind\": \"tuple\", \"values\": [64, 8]}"));
        JsonNode odd = Call.of("eval", "--json", "np.array([np.nan, np.inf, -np.inf])").json();
        assertThat(odd.get("values").valueStream().map(JsonNode::asString)).containsExactly("nan", "inf", "-inf");
    }

    @Test
    void printsAsNumPyWould() {
        Call call = Call.of("eval", "print('rows:', 2)\nnp.eye(2)");
        assertThat(call.code()).isZero();
        assertThat(call.out().lines()).containsExactly("rows: 2", "array([[1., 0.],", "       [0., 1.]])");
    }

    @Test
    void anErrorIsOneLineAndCodeOne() {
        Call call = Call.of("eval", "np.ones(3) + np.ones(4)");
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.sentence())
                .startsWith("ValueError: operands could not be broadcast together with shapes (3,) (4,)");
        Call json = Call.of("eval", "--json", "print('so far')\nnp.ones(3) + np.ones(4)");
        assertThat(json.code()).isEqualTo(1);
        assertThat(json.json().get("error").asString()).isEqualTo("ValueError");
        assertThat(json.json().get("message").asString())
                .isEqualTo("operands could not be broadcast together with shapes (3,) (4,) ");
        assertThat(json.json().get("printed").asString()).isEqualTo("so far\n");
    }

    @Test
    void aBatchAnswersLineByLineWithTheIds(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("cases.jsonl");
        Files.writeString(file, """
                {"id": "b", "script": ["x = np.arange(3)", "print(x)"], "expr": "x.sum()"}
                {"id": 7, "script": [], "expr": "x"}

                {"id": "a", "script": ["def f(n):\\n    return n + 1"], "expr": "f(1)"}
                """);
        Call call = Call.of("eval", "--json", "--batch", file);
        assertThat(call.code()).isZero();
        List<JsonNode> answers = call.out().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(answers).extracting(a -> a.get("id").asString()).containsExactly("b", "7", "a");
        assertThat(answers.get(0).get("printed").asString()).isEqualTo("[0 1 2]\n");
        assertThat(answers.get(0).get("values").get(0).asLong()).isEqualTo(3);
        assertThat(answers.get(1).get("error").asString()).as("no case sees another's names").isEqualTo("NameError");
        assertThat(answers.get(2).get("values").get(0).asLong()).isEqualTo(2);
    }

    @Test
    void aWrongCallIsCodeTwoAndOneSentence(@TempDir Path folder) throws IOException {
        Call missing = Call.of("eval", "--batch", folder.resolve("none.jsonl"));
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.sentence()).contains("none.jsonl").contains("no such file");
        assertThat(Call.of("eval", "--batch", "cases", "x").code()).isEqualTo(2);
        Path file = Files.writeString(folder.resolve("bad.jsonl"), "{\"id\": 1,\n");
        Call bad = Call.of("eval", "--batch", file);
        assertThat(bad.code()).isEqualTo(2);
        assertThat(bad.sentence()).contains("line 1");
    }
}
