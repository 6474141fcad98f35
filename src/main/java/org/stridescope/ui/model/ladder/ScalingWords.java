package org.stridescope.ui.model.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.stridescope.lab.DistanceExperiment;
import org.stridescope.lab.ladder.AmdahlFit;
import org.stridescope.lab.ladder.CacheSizes;
import org.stridescope.lab.ladder.Sweep.Axis;
import org.stridescope.lab.ladder.WorkingSet;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.ladder.ScalingModel.Curve;
import org.stridescope.ui.model.ladder.ScalingModel.Place;

/** What a sweep shows, computed and in plain words: speed-up and Amdahl's fit, the growth with the size, the caches. */
public final class ScalingWords {
    private ScalingWords() {}

    /** Amdahl's law fitted to a sweep of threads, up to the processors there are; nothing where it has no two of them. */
    public static Optional<AmdahlFit> fit(Curve curve, int cores) {
        List<AmdahlFit.Time> times = curve.places().stream().filter(place -> place.value() <= cores)
                .map(place -> new AmdahlFit.Time((int) place.value(), place.figures().medianSeconds())).toList();
        boolean fits = times.stream().anyMatch(t -> t.threads() == 1) && times.stream().anyMatch(t -> t.threads() > 1);
        return fits ? Optional.of(AmdahlFit.of(times)) : Optional.empty();
    }

    /** Where a variant's bytes outgrow the caches along the axis: points, result and temporaries. */
    public static List<WorkingSet.Leaving> leaving(Curve curve, Axis axis, DistanceExperiment base, CacheSizes caches) {
        if (axis == Axis.THREADS || curve.places().size() < 2)
            return List.of();
        double from = curve.places().getFirst().value();
        double to = curve.places().getLast().value();
        return WorkingSet.leaving(caches, value -> bytes(curve, axis, base, value), from, to);
    }

    private static double bytes(Curve curve, Axis axis, DistanceExperiment base, double value) {
        double n = axis == Axis.POINTS ? value : base.n();
        double m = axis == Axis.POINTS ? value : base.m();
        double k = axis == Axis.FEATURES ? value : base.k();
        return ((n + m) * k + n * m) * base.dtype().itemsize() + temporary(curve, value);
    }

    /** What the kernel said at the places around, in between by a straight line. */
    private static double temporary(Curve curve, double value) {
        Place before = curve.places().getFirst();
        for (Place place : curve.places()) {
            if (place.value() >= value) {
                double span = place.value() - before.value();
                double share = span == 0 ? 0 : (value - before.value()) / span;
                long start = before.figures().bytes().predicted();
                return start + share * (place.figures().bytes().predicted() - start);
            }
            before = place;
        }
        return before.figures().bytes().predicted();
    }

    /** A sentence a variant. */
    public static List<String> of(List<Curve> curves, Axis axis, @Nullable DistanceExperiment base, CacheSizes caches,
            int cores) {
        List<String> sentences = new ArrayList<>();
        for (Curve curve : curves) {
            if (curve.places().size() < 2 || base == null)
                continue;
            sentences.add(curve.variant() + ": " + (axis == Axis.THREADS
                    ? threads(curve, cores)
                    : growth(curve, axis) + caches(leaving(curve, axis, base, caches), axis)));
        }
        if (axis != Axis.THREADS && !caches.isKnown())
            sentences.add("This system does not tell the sizes of its caches, so where they are left cannot be marked.");
        return sentences;
    }

    private static String threads(Curve curve, int cores) {
        Optional<AmdahlFit> fit = fit(curve, cores);
        if (fit.isEmpty())
            return "a time of one thread and one of more are needed for a speed-up.";
        double one = curve.places().getFirst().figures().medianSeconds();
        Place most = curve.places().stream().filter(place -> place.value() <= cores).reduce((_, last) -> last)
                .orElse(curve.places().getFirst());
        double speedUp = one / most.figures().medianSeconds();
        String text = String.format(Locale.ROOT, "%s with %d threads, efficiency %.0f %%", Figures.times(speedUp),
                most.value(), 100 * speedUp / most.value());
        return text + law(fit.get());
    }

    private static String law(AmdahlFit fit) {
        if (fit.serial() < 0)
            return "; more than linear, so Amdahl's law has nothing to say.";
        String law = String.format(Locale.ROOT, "; Amdahl's fit: %.1f %% serial, so never above %s", 100 * fit.serial(),
                Figures.times(fit.limit()));
        return law + (fit.points() == 1
                ? " (two times only: any two fit exactly, so this is no test of the law)."
                : String.format(Locale.ROOT, " (residual %.3f over %d points).", fit.residual(), fit.points()));
    }

    private static String growth(Curve curve, Axis axis) {
        Place last = curve.places().getLast();
        Place before = curve.places().get(curve.places().size() - 2);
        double power = Math.log(last.figures().medianSeconds() / before.figures().medianSeconds())
                / Math.log((double) last.value() / before.value());
        String letter = axis == Axis.POINTS ? "n" : "k";
        return String.format(Locale.ROOT, "time grows as %s^%.1f at the end (the count of work as %s^%d)", letter, power,
                letter, axis == Axis.POINTS ? 2 : 1);
    }

    private static String caches(List<WorkingSet.Leaving> places, Axis axis) {
        if (places.isEmpty())
            return ".";
        String letter = axis == Axis.POINTS ? "n" : "k";
        return "; its bytes outgrow " + String.join(", ", places.stream()
                .map(place -> place.cache().name() + " (" + Figures.bytes(place.cache().bytes()) + ") at " + letter + " = "
                        + Figures.count(Math.round(place.at())))
                .toList()) + ".";
    }
}
