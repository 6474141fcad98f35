package org.stridescope.ui.model.ladder;

import java.util.Locale;

import org.stridescope.lab.BenchmarkReport;
import org.stridescope.lab.BenchmarkReport.Noise;
import org.stridescope.lab.BenchmarkReport.Variant;
import org.stridescope.lab.ladder.CostModel;
import org.stridescope.ui.model.Figures;

/** A rung in plain words: what it has to do, what makes it fast, how far its figures can be trusted. */
public final class RungWords {
    private static final double MOST_OVERHEAD = 0.01;

    private RungWords() {}

    /** What a run has to do, counted. */
    public static String cost(CostModel cost) {
        String bytes = Figures.bytes((long) cost.readBytes()) + " read and " + Figures.bytes((long) cost.writtenBytes())
                + " written";
        String passes = cost.passes() == 0
                ? ""
                : ", most of it in " + cost.passes() + " passes over the n\u00b7m\u00b7k differences";
        String lines = cost.streams()
                ? "; the result is streamed past the caches"
                : "; each line of the result is read before it is written";
        return Figures.large(cost.flops()) + " operations on " + bytes + passes + lines + ". "
                + String.format(Locale.ROOT, "%.2g", cost.intensity()) + " operations a byte; "
                + Figures.bytes((long) cost.temporaryBytes()) + " of temporaries at a time.";
    }

    /** Why it is as fast as it is. */
    public static String speed(String variant) {
        return switch (variant) {
            case "loops" -> "One number at a time: each addition waits 3 or 4 clock ticks for the one before, and the "
                    + "vector units stand idle. All else is measured against this.";
            case "broadcast" ->
                "Three short lines, each fast in itself; but each walks through memory over all n\u00b7m\u00b7k "
                        + "differences, and memory is the slowest part of the machine.";
            case "broadcast-einsum" ->
                "Square and sum in one pass: half the walks through memory that broadcasting takes.";
            case "trick" ->
                "No n\u00b7m\u00b7k temporary, one multiply-add an item, and a matrix product is the best-tuned "
                        + "loop there is. It pays in digits: see Cancellation.";
            case "c-plain", "fortran-plain" ->
                "Compiled, and the rows shared out among threads by one line; still one chain of "
                        + "additions, so the vector units idle.";
            case "fortran" ->
                "16 neighbouring sums at a time in vector registers, y packed so that memory is read forwards, each "
                        + "number of it used twice.";
            case "vector" ->
                "Blocks of 4 rows by 2 vectors summed in registers: 8 chains that do not wait for each other; "
                        + "points packed, blocks kept in the caches. In Java.";
            case "c" ->
                "As vector, and besides: |x \u2212 y| is summed as a maximum, two instructions instead of three, and a "
                        + "large result is streamed past the caches.";
            case "graph" ->
                "The kernel in C, one thread a task: the scheduler shares the chunks out, and each task writes where its "
                        + "part belongs.";
            case "graph-concatenate" -> "As graph, but each task has an array of its own, and a last task copies them "
                    + "together: the result is written twice.";
            default -> "Its source says how it works.";
        };
    }

    /** How far to trust it; empty before it is timed. */
    public static String trust(Variant v) {
        if (!v.isTimed())
            return "";
        String interval = "Median of " + v.repetitions() + (v.repetitions() == 1 ? " run" : " runs")
                + "; it lies between " + Figures.duration(v.lowSeconds())
                + " and " + Figures.duration(v.highSeconds()) + String.format(Locale.ROOT, " with %.1f %%",
                        Math.floor(1000 * v.confidence()) / 10)
                + (v.confidence() < 0.95 ? " (95 % need 6 runs)" : "") + ", runs took "
                + Figures.duration(v.minSeconds()) + " to " + Figures.duration(v.maxSeconds()) + ".";
        double share = v.callSeconds() / v.medianSeconds();
        return interval + " A call alone takes " + Figures.duration(v.callSeconds())
                + (share > MOST_OVERHEAD ? String.format(Locale.ROOT, ", %.0f %% of it.", 100 * share) : ".");
    }

    /** How steady the machine was. */
    public static String noise(Noise noise) {
        if (noise.samples() == 0)
            return "";
        String spread = String.format(Locale.ROOT, "%.1f %%", 100 * noise.spread());
        return noise.isNoisy()
                ? "Noisy machine: a fixed loop between the runs varied by " + spread
                        + ". Differences below that mean nothing; close what else runs, or take more runs."
                : "Steady machine: a fixed loop between the runs varied by " + spread + ".";
    }

    /** What measuring itself took. */
    public static String overhead(BenchmarkReport report) {
        return String.format(Locale.ROOT,
                "The clock costs %.0f ns a run; nothing samples meanwhile (a recorded race: %.1f %% "
                        + "of a core).",
                report.overhead().timerSeconds() * 1e9, 100 * report.overhead().samplingShare());
    }
}
