package org.stridescope.export;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.stridescope.trace.Recording;
import org.stridescope.trace.TaskState;
import org.stridescope.trace.TraceEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Perfetto's importer of JSON asks for, by its documentation and the Trace Event Format that it refers to: complete events
 * with a time and a duration, counters with numbers, names of processes and threads as metadata, and flow events that lie within
 * a slice of their thread, two of one name, category and id from a start to an end that binds to the slice around it.
 */
class ChromeTraceTest {
    private static final long MS = 1_000_000;

    private final List<JsonNode> events = events();

    private static List<JsonNode> events() {
        List<TraceEvent> seen = new ArrayList<>(List.of(new TraceEvent.ThreadSeen(0, 0, "worker", false),
                new TraceEvent.ThreadSeen(0, 1, "OpenMP worker 1", true), new TraceEvent.ThreadSample(0, 0, 0),
                new TraceEvent.ThreadSample(50 * MS, 0, 20 * MS), new TraceEvent.ThreadSample(0, 1, 0),
                new TraceEvent.ThreadSample(50 * MS, 1, 10 * MS), new TraceEvent.MemorySample(5 * MS, 1, 2, 3),
                new TraceEvent.Counter(6 * MS, "minor page faults", 7), new TraceEvent.WorkerSeen(0, 0, "worker 0", 0),
                new TraceEvent.WorkerSeen(0, 1, "worker 1", -1)));
        seen.add(new TraceEvent.TaskSeen(0, 0, "load-1", "load", List.of()));
        seen.add(new TraceEvent.TaskSeen(0, 1, "load-2", "load", List.of()));
        seen.add(new TraceEvent.TaskSeen(0, 2, "add", "add", List.of(0, 1)));
        int[][] runs = {{0, 0, 10, 20}, {1, 1, 12, 25}, {2, 0, 30, 40}};
        for (int[] run : runs) {
            seen.add(new TraceEvent.TaskChanged(run[2] * MS, run[0], TaskState.RUNNING, run[1], 0));
            seen.add(new TraceEvent.TaskChanged(run[3] * MS, run[0], TaskState.DONE, run[1], 8));
        }
        StringWriter out = new StringWriter();
        ChromeTrace.write(Recording.of("graph", Map.of("script", "two\nlines"), 60 * MS, seen), out);
        JsonNode trace = new JsonMapper().readTree(out.toString());
        return StreamSupport.stream(trace.get("traceEvents").spliterator(), false).toList();
    }

    private List<JsonNode> phase(String phase) {
        return events.stream().filter(event -> event.get("ph").asString().equals(phase)).toList();
    }

    @Test
    void everyThreadOfAnEventIsNamed() {
        List<String> named = phase("M").stream().filter(event -> event.get("name").asString().equals("thread_name"))
                .map(ChromeTraceTest::place).toList();
        assertThat(phase("X")).isNotEmpty().allSatisfy(slice -> assertThat(named).contains(place(slice)));
        assertThat(phase("M")).allSatisfy(event -> assertThat(event.get("args").get("name").isString()).isTrue());
        assertThat(phase("M").stream().map(event -> event.get("args").get("name").asString()))
                .contains("worker", "OpenMP worker 1", "worker 0", "worker 1", "task graph");
    }

    private static String place(JsonNode event) {
        return event.get("pid").asInt() + "/" + event.get("tid").asInt();
    }

    @Test
    void slicesOfAThreadDoNotOverlap() {
        List<JsonNode> slices = phase("X");
        assertThat(slices).hasSize(3);
        for (JsonNode one : slices)
            for (JsonNode other : slices)
                if (one != other && place(one).equals(place(other)))
                    assertThat(end(one) <= start(other) || end(other) <= start(one)).isTrue();
    }

    private static double start(JsonNode slice) {
        return slice.get("ts").asDouble();
    }

    private static double end(JsonNode slice) {
        return start(slice) + slice.get("dur").asDouble();
    }

    @Test
    void countersHoldNumbersAlone() {
        assertThat(phase("C")).isNotEmpty().allSatisfy(counter -> {
            assertThat(counter.get("ts").isNumber()).isTrue();
            assertThat(counter.get("args").isEmpty()).isFalse();
            counter.get("args").forEach(value -> assertThat(value.isNumber()).isTrue());
        });
        assertThat(phase("C").stream().map(counter -> counter.get("name").asString())).contains("memory",
                "resident set", "minor page faults");
    }

    @Test
    void arrowsLeadFromResultsToTheirUsers() {
        List<JsonNode> starts = phase("s");
        List<JsonNode> ends = phase("f");
        assertThat(starts).hasSize(2);
        assertThat(ends).hasSize(2).allSatisfy(end -> assertThat(end.get("bp").asString()).isEqualTo("e"));
        for (JsonNode start : starts) {
            assertThat(slicesAround(start)).as("a slice to start from").hasSize(1);
            List<JsonNode> matching = ends.stream().filter(end -> end.get("id").equals(start.get("id"))
                    && end.get("cat").equals(start.get("cat")) && end.get("name").equals(start.get("name"))).toList();
            assertThat(matching).hasSize(1);
            assertThat(matching.getFirst().get("ts").asDouble()).isGreaterThanOrEqualTo(start.get("ts").asDouble());
            assertThat(slicesAround(matching.getFirst())).singleElement()
                    .satisfies(slice -> assertThat(slice.get("name").asString()).isEqualTo("add"));
        }
    }

    private List<JsonNode> slicesAround(JsonNode flow) {
        double at = flow.get("ts").asDouble();
        return phase("X").stream().filter(slice -> place(slice).equals(place(flow)))
                .filter(slice -> at >= start(slice) && at <= end(slice)).toList();
    }
}
