package org.stridescope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code stridescope graph SCRIPT.py}. */
class ScriptPresetTest {
    private static Call graph(Path folder, String script, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("script.py"), script);
        String[] args = new String[more.length + 2];
        args[0] = "graph";
        args[1] = file.toString();
        System.arraycopy(more, 0, args, 2, more.length);
        return Call.of((Object[]) args);
    }

    @Test
    void aDelayedLastExpressionRuns(@TempDir Path folder) throws IOException {
        Call call = graph(folder, "from dask import delayed\n\ndef square(x):\n    return x * x\n\n"
                + "delayed(sum)([delayed(square)(i) for i in range(10)])\n", "--json", "--workers", "2");
        assertThat(call.code()).isEqualTo(0);
        assertThat(call.json().get("result").asLong()).isEqualTo(285);
        assertThat(call.json().get("tasks").asLong()).isEqualTo(11);
        assertThat(call.json().get("workers").asLong()).isEqualTo(2);
    }

    @Test
    void aChunkedLastExpressionRuns(@TempDir Path folder) throws IOException {
        Call call = graph(folder, "import dask.array as da\nda.arange(100, chunks=10).sum()\n", "--json");
        assertThat(call.out()).contains("4950");
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads", "processes"})
    void whatTheScriptAndItsTasksPrintIsShown(String scheduler, @TempDir Path folder) throws IOException {
        String script = """
                import dask
                print('before')
                def told(i):
                    print('task', i)
                    return i
                dask.delayed(sum)([dask.delayed(told)(i) for i in range(3)])
                """;
        Call call = graph(folder, script, "--scheduler", scheduler, "--workers", "2");
        assertThat(call.out().lines().toList()).startsWith("before").contains("task 0", "task 1", "task 2",
                "result    3");
        Call asJson = graph(folder, script, "--scheduler", scheduler, "--json");
        assertThat(asJson.json().get("printed").asString().lines().toList()).containsExactlyInAnyOrder("before",
                "task 0", "task 1", "task 2");
    }

    @Test
    void aListThatContainsItselfEndsInOneSentence(@TempDir Path folder) throws IOException {
        String round = "import dask\nx = [1]\nx.append(x)\n";
        Call given = graph(folder, round + "dask.delayed(len)(x)\n");
        assertThat(given.code()).isEqualTo(2);
        assertThat(given.err()).contains("RecursionError: maximum recursion depth exceeded").hasLineCount(1);
        String spokenOf = round + "def f(i):\n    return i + len(x)\ndask.delayed(f)(1)\n";
        assertThat(graph(folder, spokenOf, "--scheduler", "threads").out()).contains("result    3");
        Call sent = graph(folder, spokenOf, "--scheduler", "processes", "--workers", "1");
        assertThat(sent.code()).isNotZero();
        assertThat(sent.err()).contains("a list that contains itself cannot be sent to another process")
                .hasLineCount(1);
    }

    @Test
    void whatIsWrongIsOneSentence(@TempDir Path folder) throws IOException {
        assertThat(graph(folder, "1 + 1\n").err()).contains("neither delayed nor a chunked array");
        assertThat(graph(folder, "x = 1\n").err()).contains("its last line is no expression");
        Call broken = graph(folder, "x = 1\ny = x / 0\ny\n");
        assertThat(broken.code()).isEqualTo(2);
        assertThat(broken.err()).contains("script.py, line 2: ZeroDivisionError").doesNotContain("\tat ");
        assertThat(Call.of("graph", folder.resolve("none.py").toString()).err()).contains("no such file");
    }
}
