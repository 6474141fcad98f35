package org.stridescope.ui.model.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.kernel.DistanceKernel;
import org.stridescope.lab.BenchmarkReport.Variant;
import org.stridescope.lab.DistanceExperiment;
import org.stridescope.lab.ladder.CostModel;
import org.stridescope.ui.model.ladder.Rung.State;

/** Puts what a benchmark has found by now in the order of the ladder. */
public final class Rungs {
    private Rungs() {}

    /**
     * One rung a variant.
     *
     * @param kernels in the order of the ladder
     * @param found by name
     * @param whyNot why a variant cannot take part; empty where it can
     */
    static List<Rung> of(DistanceExperiment experiment, List<DistanceKernel> kernels, Map<String, Variant> found,
            java.util.function.Function<DistanceKernel, String> whyNot) {
        List<Rung> rungs = new ArrayList<>();
        double first = Double.NaN;
        double below = Double.NaN;
        for (DistanceKernel kernel : kernels) {
            Variant figures = found.get(kernel.name());
            State state = state(figures, whyNot.apply(kernel));
            double seconds = figures == null ? Double.NaN : figures.medianSeconds();
            if (Double.isNaN(first))
                first = seconds;
            rungs.add(new Rung(kernel.name(), kernel.language(), state, reason(figures, whyNot.apply(kernel)), figures,
                    below / seconds, first / seconds, cost(experiment, kernel.name(), figures)));
            if (!Double.isNaN(seconds))
                below = seconds;
        }
        return List.copyOf(rungs);
    }

    /** The same once measuring has ended early: nothing waits any more. */
    static List<Rung> ended(List<Rung> rungs) {
        return rungs.stream()
                .map(rung -> rung.state() == State.WAITING || rung.state() == State.RIGHT
                        ? new Rung(rung.variant(), rung.language(), State.LEFT_OUT, rung.reason(), rung.figures(),
                                rung.overBelow(), rung.overFirst(), rung.cost())
                        : rung)
                .toList();
    }

    private static State state(@Nullable Variant figures, String whyNot) {
        if (!whyNot.isEmpty() || figures != null && !figures.available())
            return State.UNAVAILABLE;
        if (figures == null)
            return State.WAITING;
        if (figures.failed())
            return State.WRONG;
        return figures.isTimed() ? State.TIMED : State.RIGHT;
    }

    private static String reason(@Nullable Variant figures, String whyNot) {
        if (!whyNot.isEmpty() || figures == null)
            return whyNot;
        String said = figures.reason();
        return said == null ? "" : said;
    }

    static CostModel.Size size(DistanceExperiment experiment) {
        return new CostModel.Size(experiment.metric(), experiment.n(), experiment.m(), experiment.k(),
                experiment.dtype().itemsize());
    }

    private static CostModel cost(DistanceExperiment experiment, String name, @Nullable Variant figures) {
        return CostModel.of(name, size(experiment), figures == null ? 0 : figures.bytes().predicted());
    }

    /** One line a rung under a line of names; plain figures, seconds and bytes. */
    public static String csv(List<Rung> rungs) {
        StringBuilder text = new StringBuilder(
                "variant,median_s,low_s,high_s,confidence,min_s,max_s,repetitions,call_s,"
                        + "pair_features_per_second,bytes_per_second,speed_up_over_below,speed_up_over_first,peak_bytes,"
                        + "predicted_bytes,max_abs_error,reason\n");
        for (Rung rung : rungs) {
            Variant v = rung.figures();
            text.append(quoted(rung.variant()));
            if (v == null || !rung.isTimed()) {
                text.append(",".repeat(14)).append(',').append(v == null ? "" : figure(v.maxAbsError()));
            } else {
                for (double value : new double[]{v.medianSeconds(), v.lowSeconds(), v.highSeconds(), v.confidence(),
                        v.minSeconds(), v.maxSeconds()})
                    text.append(',').append(figure(value));
                text.append(',').append(v.repetitions());
                for (double value : new double[]{v.callSeconds(), v.elementsPerSecond(), v.bytesPerSecond(),
                        rung.overBelow(), rung.overFirst()})
                    text.append(',').append(figure(value));
                text.append(String.format(Locale.ROOT, ",%s,%d,%s", v.bytes().peak() < 0 ? "" : v.bytes().peak(),
                        v.bytes().predicted(), figure(v.maxAbsError())));
            }
            text.append(',').append(quoted(rung.reason())).append('\n');
        }
        return text.toString();
    }

    private static String figure(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }

    private static String quoted(String text) {
        return text.matches("[\\w. -]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
