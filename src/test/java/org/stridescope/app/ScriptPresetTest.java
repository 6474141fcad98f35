package org.stridescope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
