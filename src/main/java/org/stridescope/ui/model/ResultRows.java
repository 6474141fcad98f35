package org.stridescope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.stridescope.lab.RaceResult.Row;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RunOutcome;
import org.stridescope.trace.RunTrace;

/** The results table from a recording alone (a reopened file has no errors measured), and as CSV. */
public final class ResultRows {
    private ResultRows() {}

    public static List<Row> of(Recording recording) {
        double k = features(recording.settings());
        List<Row> rows = new ArrayList<>();
        for (RunTrace run : recording.runs()) {
            boolean done = run.outcome() == RunOutcome.DONE;
            double seconds = done ? run.durationNanos() / 1e9 : Double.NaN;
            long before = recording.memory().peakResident(run.startNanos() - 100_000_000, run.startNanos());
            long peak = recording.memory().peakResident(run.startNanos(), run.endNanos());
            rows.add(new Row(run.variant(), seconds, (double) run.rows() * run.columns() * k / seconds,
                    before == 0 ? peak : Math.max(0, peak - before), Double.NaN, failure(run)));
        }
        return rows;
    }

    /** The setting k of a recorded race; not a number where it has none. */
    public static double features(Map<String, String> settings) {
        try {
            return Double.parseDouble(settings.getOrDefault("k", "NaN"));
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    /** One line a variant under a line of names; plain figures, seconds and bytes. */
    public static String csv(List<Row> rows) {
        StringBuilder text = new StringBuilder(
                "variant,seconds,pair_features_per_second,speed_up,peak_bytes,max_abs_error,failure\n");
        double first = rows.isEmpty() ? Double.NaN : rows.getFirst().seconds();
        for (Row row : rows) {
            text.append(
                    String.format(Locale.ROOT, "%s,%s,%s,%s,%d,%s,%s%n", quoted(row.variant()), figure(row.seconds()),
                            figure(row.pairFeaturesPerSecond()), figure(first / row.seconds()), row.peakBytes(),
                            figure(row.maxError()), quoted(row.failure() == null ? "" : row.failure())));
        }
        return text.toString().replace("\r\n", "\n");
    }

    private static @org.jspecify.annotations.Nullable String failure(RunTrace run) {
        if (run.outcome() == RunOutcome.DONE)
            return null;
        if (run.outcome() == RunOutcome.FAILED)
            return run.message();
        return "cancelled";
    }

    private static String figure(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private static String quoted(String text) {
        return text.matches("[\\w. -]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
