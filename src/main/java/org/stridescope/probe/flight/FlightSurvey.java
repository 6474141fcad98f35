package org.stridescope.probe.flight;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** What must be known of a flight recording before its events are taken, as they come in no order. */
final class FlightSurvey {
    private final Map<String, String> settings = new TreeMap<>();
    private final NavigableMap<Instant, Long> heap = new TreeMap<>();
    private final NavigableMap<Instant, Long> resident = new TreeMap<>();
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;
    private int processors = 1;
    private long periodNanos;
    private boolean hasThreads;

    private FlightSurvey() {}

    static FlightSurvey of(Path file) throws IOException {
        FlightSurvey survey = new FlightSurvey();
        try (RecordingFile in = new RecordingFile(file)) {
            while (in.hasMoreEvents())
                survey.take(in.readEvent());
        }
        return survey;
    }

    private void take(RecordedEvent event) {
        String name = event.getEventType().getName();
        if (!isAboutTheJvm(name)) { // those are told of before the recording began, too
            if (event.getEndTime().isAfter(last))
                last = event.getEndTime();
            if (event.getEndTime().isBefore(first))
                first = event.getEndTime();
            hasThreads = true;
        }
        switch (name) {
            case "jdk.GCHeapSummary" -> heap.put(event.getEndTime(), event.getLong("heapUsed"));
            case "jdk.ResidentSetSize" -> resident.put(event.getEndTime(), event.getLong("size"));
            case "jdk.CPUInformation" -> {
                processors = Math.max(1, event.getInt("hwThreads"));
                settings.put("processors", Integer.toString(processors));
                settings.put("cpu", oneLine(event.getString("cpu")));
            }
            case "jdk.JVMInformation" -> {
                settings.put("java", oneLine(event.getString("jvmName") + " " + event.getString("jvmVersion")));
                settings.put("program", oneLine(event.getString("javaArguments")));
            }
            case "jdk.OSInformation" -> settings.put("machine", oneLine(event.getString("osVersion")));
            case "jdk.ActiveSetting" -> setting(event);
            default -> {
                // its time is all that matters here
            }
        }
    }

    private static boolean isAboutTheJvm(String name) {
        return name.endsWith("Information") || name.startsWith("jdk.Initial") || name.startsWith("jdk.Active")
                || name.endsWith("Flag") || name.endsWith("Configuration") || name.equals("jdk.NativeLibrary")
                || name.equals("jdk.SystemProcess") || name.equals("jdk.ModuleExport")
                || name.equals("jdk.ModuleRequire");
    }

    private void setting(RecordedEvent event) {
        String name = event.getString("name");
        String value = event.getString("value");
        if (!"period".equals(name) && !"interval".equals(name) || value == null)
            return;
        String[] parts = value.strip().split(" ");
        try {
            long number = Long.parseLong(parts[0]);
            String unit = parts.length > 1 ? parts[1] : "ns";
            if (unit.equals("ms") && number < 100 || unit.equals("ns") && "interval".equals(name) && number > 0)
                periodNanos = unit.equals("ms") ? Duration.ofMillis(number).toNanos() : number;
        } catch (NumberFormatException e) {
            // everyChunk and its like
        }
    }

    private static String oneLine(String text) {
        String line = String.valueOf(text).strip().replaceAll("\\s*\\R\\s*", ", ");
        return line.length() > 160 ? line.substring(0, 160) + "\u2026" : line;
    }

    boolean isEmpty() {
        return !hasThreads;
    }

    Instant first() {
        return first;
    }

    Instant last() {
        return last;
    }

    int processors() {
        return processors;
    }

    /** CPU time that a sample stands for, where the recording tells; 0 where not. */
    long periodNanos() {
        return periodNanos;
    }

    Map<String, String> settings() {
        return settings;
    }

    long heapAt(Instant time) {
        return at(heap, time);
    }

    long residentAt(Instant time) {
        return at(resident, time);
    }

    private static long at(NavigableMap<Instant, Long> values, Instant time) {
        Map.Entry<Instant, Long> by = values.floorEntry(time);
        return by == null ? 0 : by.getValue();
    }
}
