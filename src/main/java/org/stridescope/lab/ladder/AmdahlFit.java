package org.stridescope.lab.ladder;

import java.util.List;

/**
 * Amdahl's law fitted to measured times: {@code T(p) = T(1) (s + (1 - s) / p)}, where s is the share of the work that only one
 * thread can do (Amdahl 1967). The fit is the least-squares one of s over all p above 1.
 *
 * @param serial s as fitted; below 0 where the speed-up is more than linear
 * @param residual root mean square of {@code T(p) / T(1)} minus the fit
 * @param points measured with more than one thread
 */
public record AmdahlFit(double serial, double residual, int points) {
    /** The time with so many threads. */
    public record Time(int threads, double seconds) {}

    /** @throws IllegalArgumentException without a time of one thread and one of more */
    public static AmdahlFit of(List<Time> times) {
        double one = times.stream().filter(t -> t.threads == 1).mapToDouble(Time::seconds).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a time of one thread is needed"));
        List<Time> more = times.stream().filter(t -> t.threads > 1).toList();
        if (more.isEmpty())
            throw new IllegalArgumentException("a time of several threads is needed");
        double products = 0;
        double squares = 0;
        for (Time t : more) {
            double lever = 1 - 1.0 / t.threads;
            products += lever * excess(t, one);
            squares += lever * lever;
        }
        double serial = products / squares;
        double rest = 0;
        for (Time t : more)
            rest += Math.pow(excess(t, one) - serial * (1 - 1.0 / t.threads), 2);
        return new AmdahlFit(serial, Math.sqrt(rest / more.size()), more.size());
    }

    /** T(p) / T(1) beyond what p threads would take if all of it could be shared. */
    private static double excess(Time t, double one) {
        return t.seconds / one - 1.0 / t.threads;
    }

    /** The speed-up by the fit. */
    public double speedUp(double threads) {
        return 1 / (serial + (1 - serial) / threads);
    }

    /** The speed-up that no number of threads exceeds; infinite where nothing is serial. */
    public double limit() {
        return serial <= 0 ? Double.POSITIVE_INFINITY : 1 / serial;
    }
}
