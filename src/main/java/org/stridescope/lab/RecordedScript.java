package org.stridescope.lab;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.stridescope.array.ArrayMemory;
import org.stridescope.probe.Sampler;
import org.stridescope.script.LineCost;
import org.stridescope.script.Session;
import org.stridescope.trace.Recorder;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RecordingFile;
import org.stridescope.trace.RecordingWriter;
import org.stridescope.trace.TraceEvent;

/**
 * Runs a script with all probes on. What each of its lines cost is counted by the interpreter, not sampled, and told when the
 * script has ended; its source goes into the recording, so that the lines can be read where the script is not at hand.
 */
public final class RecordedScript {
    /** The name of the experiment. */
    public static final String EXPERIMENT = "script";

    private RecordedScript() {}

    /**
     * Runs a script to its end and writes what was seen as it goes.
     *
     * @param name of the script, as its lines are listed
     * @param session whose variables the script finds and leaves
     * @param file the recording; it appears when the script has ended
     * @return how it ended; an error of the script is part of it
     */
    public static Session.Outcome run(String name, String source, Session session, Path file) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("script", name);
        RaceSettings.stamp(settings);
        settings.put(Recording.SOURCE + name, source);
        Recorder recorder = new Recorder(EXPERIMENT, settings);
        try (RecordingWriter writer = RecordingWriter.follow(recorder, file)) {
            Sampler sampler = Sampler.startWithLines(recorder, ArrayMemory::liveBytes);
            Session.Outcome outcome;
            try (sampler) {
                recorder.add(new TraceEvent.Mark(recorder.now(), "script begins"));
                outcome = session.run(source, true);
                long end = recorder.now();
                for (LineCost cost : outcome.costs())
                    recorder.add(new TraceEvent.LineCost(end, name, cost.line(), cost.hits(), cost.nanos(),
                            cost.allocated(), cost.freed(), cost.copies()));
                recorder.add(new TraceEvent.Mark(end, "script ends"));
            }
            sampler.flight().ifPresent(flight -> {
                writer.attach(RecordingFile.FLIGHT, flight);
                if (!flight.toFile().delete())
                    flight.toFile().deleteOnExit();
            });
            writer.finish(recorder.now());
            return outcome;
        }
    }
}
