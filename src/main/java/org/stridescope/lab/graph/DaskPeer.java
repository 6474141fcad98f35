package org.stridescope.lab.graph;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Python's dask, where it is installed, running the same graphs: what ours are compared with. */
public final class DaskPeer {
    private static final List<String> PROGRAMS = List.of("python3", "/usr/bin/python3", "python");
    private static final String SCRIPT = "/python/dask_presets.py";
    private static final long ASK_SECONDS = 30;

    private final String python;

    private DaskPeer(String python) {
        this.python = python;
    }

    /** The first Python that has dask; GraphLabError where there is none. */
    public static DaskPeer find() {
        for (String program : PROGRAMS) {
            if (hasDask(program))
                return new DaskPeer(program);
        }
        throw new GraphLabError(
                "--scheduler dask: no Python here has dask: apt-get install python3-dask python3-scipy, "
                        + "or use threads");
    }

    private static boolean hasDask(String program) {
        try {
            Process process = new ProcessBuilder(program, "-c", "import dask.delayed, numpy")
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(ASK_SECONDS, TimeUnit.SECONDS))
                process.destroyForcibly();
            return !process.isAlive() && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs a preset by dask's threaded scheduler; the lock in it is Python's own. */
    public GraphOutcome run(String preset, PresetSettings settings, int workers) {
        JsonMapper mapper = JsonMapper.builder().build();
        try {
            Process process = new ProcessBuilder(python, "-c", script()).redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var to = process.outputWriter(StandardCharsets.UTF_8)) {
                to.write(mapper.writeValueAsString(
                        Map.of("name", preset, "settings", settings.values(), "workers", workers)) + "\n");
            }
            String line = process.inputReader(StandardCharsets.UTF_8).readLine();
            if (line == null) {
                throw new GraphLabError("--scheduler dask: " + python + " ended without a result for " + preset
                        + ": this graph has no counterpart there, or a package is missing (apt-get install "
                        + "python3-dask python3-scipy)");
            }
            JsonNode answer = mapper.readTree(line);
            @Nullable
            Object value = answer.has("number")
                    ? (Object) answer.path("number").asDouble(0)
                    : answer.path("text").asString("");
            return new GraphOutcome(value, "dask " + answer.path("version").asString(""),
                    answer.path("wall_s").asDouble(0), answer.path("tasks").asInt(0), workers, 0, 0, 0,
                    answer.path("peak_rss_bytes").asLong(-1));
        } catch (IOException e) {
            throw new GraphLabError("--scheduler dask: " + python + " cannot be run: " + e.getMessage());
        }
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(DaskPeer.class.getResourceAsStream(SCRIPT))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
