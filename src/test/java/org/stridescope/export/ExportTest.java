package org.stridescope.export;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.stridescope.trace.Recording;
import org.stridescope.trace.RunOutcome;
import org.stridescope.trace.TilePreview;
import org.stridescope.trace.TraceEvent;
import org.stridescope.trace.TraceEvent.TileDone;

import static org.assertj.core.api.Assertions.assertThat;

class ExportTest {
    private static final Recording RECORDING = Recording.of("distance", Map.of("n", "4"), 2_000_000_000, List.of(
            new TraceEvent.ThreadSeen(0, 3, "worker, \"first\"", false),
            new TraceEvent.ThreadSample(0, 3, 0),
            new TraceEvent.ThreadSample(1_000_000_000, 3, 500_000_000),
            new TraceEvent.MemorySample(10, 1, 2, 3),
            new TraceEvent.Collection(900_000_000, "G1", 4_000_000),
            new TraceEvent.RunStarted(100_000_000, 0, "c", 4, 4, 2),
            new TileDone(300_000_000, 0, 0, 0, 2, 0, 4, 100_000_000, 3, TilePreview.EMPTY),
            new TileDone(400_000_000, 0, 1, 2, 4, 0, 4, 200_000_000, 3, TilePreview.EMPTY),
            new TraceEvent.RunEnded(400_000_000, 0, RunOutcome.DONE, "")));

    @Test
    void csvHasALineASampleAndQuotesNames() throws IOException {
        StringBuilder csv = new StringBuilder();
        SamplesCsv.write(RECORDING, csv);
        assertThat(csv.toString().split("\r\n")).containsExactly("time_s,series,thread,name,value",
                "0.000000000,thread_cpu_s,3,\"worker, \"\"first\"\"\",0.000000000",
                "1.000000000,thread_cpu_s,3,\"worker, \"\"first\"\"\",0.500000000",
                "0.000000010,heap_bytes,,,1",
                "0.000000010,offheap_bytes,,,2",
                "0.000000010,resident_bytes,,,3",
                "0.900000000,collection_s,,G1,0.004000000",
                "0.300000000,tile_s,3,c,0.200000000",
                "0.400000000,tile_s,3,c,0.200000000");
    }

    @Test
    void theTraceHasTilesAsSlicesAndUseAsCounters() {
        StringWriter out = new StringWriter();
        ChromeTrace.write(RECORDING, out);
        List<JsonNode> events = events(out);

        List<JsonNode> tiles = events.stream().filter(e -> e.path("cat").asString("").equals("tile")).toList();
        assertThat(tiles).extracting(e -> e.get("ts").asDouble()).containsExactly(100_000.0, 200_000.0);
        assertThat(tiles).extracting(e -> e.get("dur").asDouble()).containsExactly(200_000.0, 200_000.0);
        assertThat(tiles).extracting(e -> e.get("args").get("rows").asString()).containsExactly("0:2", "2:4");
        assertThat(tiles.get(0).get("tid").asInt()).as("tiles that overlap lie on lanes of their own")
                .isNotEqualTo(tiles.get(1).get("tid").asInt());

        JsonNode use = events.stream().filter(e -> e.get("name").asString().startsWith("CPU %")).findFirst()
                .orElseThrow();
        assertThat(use.get("args").get("percent").asDouble()).isEqualTo(50);
        assertThat(events.stream().filter(e -> e.get("name").asString().equals("thread_name"))
                .map(e -> e.get("args").get("name").asString())).contains("runs", "worker, \"first\"", "collections");
    }

    @Test
    void everyEventHasWhatTheFormatAsksFor() {
        StringWriter out = new StringWriter();
        ChromeTrace.write(RECORDING, out);
        assertThat(events(out)).allSatisfy(event -> {
            assertThat(event.get("name").isString()).isTrue();
            assertThat(event.get("pid").isInt()).isTrue();
            assertThat(event.get("tid").isInt()).isTrue();
            assertThat(event.get("ph").asString()).isIn("X", "C", "M");
            if (!event.get("ph").asString().equals("M"))
                assertThat(event.get("ts").isNumber()).isTrue();
            if (event.get("ph").asString().equals("X"))
                assertThat(event.get("dur").asDouble()).isNotNegative();
        });
    }

    private static List<JsonNode> events(StringWriter out) {
        JsonNode trace = new JsonMapper().readTree(out.toString());
        assertThat(trace.get("otherData").get("experiment").asString()).isEqualTo("distance");
        return StreamSupport.stream(trace.get("traceEvents").spliterator(), false).toList();
    }
}
