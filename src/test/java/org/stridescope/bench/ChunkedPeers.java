package org.stridescope.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Presets by our threads and by dask's in turn, each run in a process of its own, so that the peak of its memory is its own:
 * {@code ChunkedPeers PROGRAM ROUNDS PRESET [name=value ...]}, where PROGRAM is {@code target/stridescope/bin/stridescope}.
 * Times are of the graph alone, without the start of a JVM or of Python.
 */
public final class ChunkedPeers {
    private static final List<String> SCHEDULERS = List.of("threads", "dask");

    private ChunkedPeers() {}

    /** One scheduler's runs. */
    private record Runs(String scheduler, List<Double> seconds, List<Long> peaks) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        List<Runs> all = SCHEDULERS.stream().map(each -> new Runs(each, new ArrayList<>(), new ArrayList<>())).toList();
        for (int round = 0; round < Integer.parseInt(args[1]); round++) {
            for (Runs runs : all) {
                JsonNode answer = run(args, runs.scheduler);
                runs.seconds.add(answer.path("wall_s").asDouble(Double.NaN));
                runs.peaks.add(answer.path("peak_rss_bytes").asLong(-1));
            }
        }
        for (Runs runs : all) {
            Collections.sort(runs.seconds);
            System.out.printf(Locale.ROOT, "| %s | %s | %.2f | %.2f | %.2f | %d MiB |%n", args[2], runs.scheduler,
                    runs.seconds.get(runs.seconds.size() / 2), runs.seconds.getFirst(), runs.seconds.getLast(),
                    Collections.max(runs.peaks) >> 20);
        }
    }

    private static JsonNode run(String[] args, String scheduler) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(args[0], "graph", args[2], "--scheduler", scheduler, "--workers", "2", "--json"));
        for (String setting : Arrays.asList(args).subList(3, args.length))
            command.addAll(List.of("--set", setting));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0)
            throw new IOException(String.join(" ", command) + " failed");
        return JsonMapper.builder().build().readTree(text);
    }
}
