package org.stridescope.probe.flight;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

import org.stridescope.trace.Recording;
import org.stridescope.trace.TraceEvent;

/**
 * Flight recordings from anywhere as recordings of ours: threads with their CPU load, lines, allocations, locks, collections,
 * heap and resident set. What a flight recording has no events of, is not there.
 */
public final class FlightFile {
    private static final long STANDARD_PERIOD_NANOS = 20_000_000;

    private final List<TraceEvent> events = new ArrayList<>();
    private final FlightSurvey survey;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final Map<Integer, long[]> loads = new HashMap<>();
    private final FlightReader reader;

    private FlightFile(FlightSurvey survey) {
        this.survey = survey;
        StackBook stacks = new StackBook(events::add);
        this.reader = new FlightReader(events::add, stacks, survey.first(),
                survey.periodNanos() > 0 ? survey.periodNanos() : STANDARD_PERIOD_NANOS, this::number);
    }

    /** Opens a file, named after itself. */
    public static Recording open(Path file) {
        return open(file, String.valueOf(file.getFileName()));
    }

    /**
     * Opens a file.
     *
     * @param name of the recording
     * @throws FlightError where it is no flight recording, empty, or damaged
     */
    public static Recording open(Path file, String name) {
        try {
            FlightSurvey survey = FlightSurvey.of(file);
            if (survey.isEmpty())
                throw new FlightError(file + " has no events: record it anew, for longer");
            FlightFile read = new FlightFile(survey);
            try (RecordingFile in = new RecordingFile(file)) {
                while (in.hasMoreEvents())
                    read.take(in.readEvent());
            }
            return read.recording(name);
        } catch (IOException e) {
            throw new FlightError(file + " cannot be read as a flight recording: " + e.getMessage(), e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException | ClassCastException
                | NegativeArraySizeException | ArithmeticException | IllegalStateException e) {
            // the JDK's reader trusts the file, so a damaged one makes it stumble in many ways
            throw new FlightError(file + " is damaged: take another copy of it", e);
        }
    }

    private Recording recording(String name) {
        long end = Math.max(1, Duration.between(survey.first(), survey.last()).toNanos());
        loads.forEach((thread, load) -> {
            if (load[0] == 0) // no account of its time: it is shown, with none
                events.add(new TraceEvent.ThreadSample(0, thread, 0));
        });
        return Recording.of(name, survey.settings(), end, events);
    }

    private int number(RecordedThread thread) {
        long id = thread.getJavaThreadId() > 0 ? thread.getJavaThreadId() : -thread.getOSThreadId();
        return numbers.computeIfAbsent(id, key -> {
            int number = numbers.size();
            String name = thread.getJavaName() != null ? thread.getJavaName() : thread.getOSName();
            events.add(new TraceEvent.ThreadSeen(0, number, name == null ? "thread " + thread.getOSThreadId() : name,
                    thread.getJavaThreadId() <= 0));
            loads.put(number, new long[2]);
            return number;
        });
    }

    private void take(RecordedEvent event) {
        if (reader.take(event))
            return;
        long nanos = reader.nanos(event.getEndTime());
        switch (event.getEventType().getName()) {
            case "jdk.ThreadCPULoad" -> load(event, nanos);
            case "jdk.GarbageCollection" -> events.add(new TraceEvent.Collection(nanos, event.getString("name"),
                    Math.max(0, event.getDuration("sumOfPauses").toNanos())));
            case "jdk.GCHeapSummary" ->
                events.add(new TraceEvent.MemorySample(nanos, event.getLong("heapUsed"), 0,
                        survey.residentAt(event.getEndTime())));
            case "jdk.ResidentSetSize" -> events.add(new TraceEvent.MemorySample(nanos,
                    survey.heapAt(event.getEndTime()), 0, event.getLong("size")));
            default -> {
                // there are hundreds of kinds
            }
        }
    }

    /** A thread's load is a share of all processors since the load before, or since the recording's start. */
    private void load(RecordedEvent event, long nanos) {
        RecordedThread thread = event.getThread("eventThread");
        if (thread == null)
            return;
        int number = number(thread);
        long[] before = loads.getOrDefault(number, new long[2]);
        if (before[0] == 0)
            events.add(new TraceEvent.ThreadSample(0, number, 0));
        double share = event.getFloat("user") + (double) event.getFloat("system");
        long used = Math.round(Math.clamp(share * survey.processors(), 0, 1) * Math.max(0, nanos - before[0]));
        long[] now = {Math.max(1, nanos), before[1] + used};
        loads.put(number, now);
        events.add(new TraceEvent.ThreadSample(now[0], number, now[1]));
    }
}
