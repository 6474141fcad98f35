package org.stridescope.probe;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.function.LongSupplier;

import org.stridescope.ffi.ThreadClockBindings;
import org.stridescope.trace.Recorder;
import org.stridescope.trace.TraceEvent;

/**
 * A probe at its pace: what it costs is measured with every look, told to the recording once a second, and held to a budget. A
 * probe that costs more looks half as often, and says so, until it has become cheaper.
 */
final class PacedProbe {
    private static final long TELL_NANOS = 1_000_000_000;
    /** Seconds over budget in a row before it is thinned. */
    private static final int PATIENCE = 3;

    /** However dear a look was, the next one follows by then: the first costs thirty times as much as the third. */
    private static final long LONGEST_NANOS = 2_500_000_000L;

    private final String name;
    private final Runnable look;
    private final double budget;
    private final Recorder recorder;
    private final LongSupplier ownCpu;
    private final String gap;
    private final long fullPeriodNanos;
    private long periodNanos;
    private int over;
    private long nextNanos;
    private long samples;
    private long costNanos;
    private long toldNanos;
    private long toldCostNanos;
    private String note;
    private boolean spreads;

    /**
     * @param budget share of one core that it may cost
     * @param gap what it cannot see here, and why; empty where it sees all
     */
    PacedProbe(String name, double hertz, double budget, String gap, Recorder recorder, Runnable look) {
        this.ownCpu = ownCpu();
        this.name = name;
        this.look = look;
        this.budget = budget;
        this.recorder = recorder;
        this.periodNanos = Math.round(1e9 / hertz);
        this.fullPeriodNanos = periodNanos;
        this.gap = gap;
        this.note = gap;
        this.toldNanos = recorder.now();
        this.nextNanos = toldNanos;
    }

    /** The cheapest clock of the calling thread's CPU time that the system has. */
    private static LongSupplier ownCpu() {
        ThreadMXBean bean = ManagementFactory.getThreadMXBean();
        return ThreadClockBindings.open().<LongSupplier>map(clocks -> clocks::ownCpuNanos)
                .orElse(bean::getCurrentThreadCpuTime);
    }

    /**
     * Waits after each look until what it cost is within half of the budget: for a probe whose looks cost many times more while
     * their code is not compiled yet, and which loses nothing by coming late.
     */
    PacedProbe spread() {
        spreads = true;
        return this;
    }

    /** Looks where it is time; half a period early counts as in time. */
    void tick(long now) {
        if (now < nextNanos - periodNanos / 8)
            return;
        nextNanos = Math.max(nextNanos + periodNanos, now + periodNanos / 2);
        long before = costNanos;
        look();
        if (spreads)
            nextNanos = Math.max(nextNanos,
                    now + Math.min(LONGEST_NANOS, Math.round(2 * (costNanos - before) / budget)));
        if (now - toldNanos >= TELL_NANOS)
            tell(now);
    }

    /** Looks now, whatever the pace. */
    void look() {
        look(look);
    }

    /** Does another kind of look on this probe's account. */
    void look(Runnable other) {
        long before = ownCpu.getAsLong();
        other.run();
        samples++;
        costNanos += ownCpu.getAsLong() - before;
    }

    long costNanos() {
        return costNanos;
    }

    /** Thins only after some seconds over budget: code that is not compiled yet costs many times what it will. */
    private void pace(double share) {
        over = share > budget && !spreads ? over + 1 : 0;
        if (over >= PATIENCE) {
            periodNanos *= 2;
            over = 0;
            note = String.format(Locale.ROOT,
                    "thinned to %.3g looks a second: it cost %.2f %% of a core, its budget is %.2f %%",
                    1e9 / periodNanos, 100 * share, 100 * budget);
        } else if (periodNanos > fullPeriodNanos && share < budget / 4) {
            periodNanos = Math.max(fullPeriodNanos, periodNanos / 2);
            note = periodNanos == fullPeriodNanos
                    ? gap
                    : String.format(Locale.ROOT, "thinned to %.3g looks a second", 1e9 / periodNanos);
        }
    }

    /** Tells the recording what it has cost, and thins itself where that was too much. */
    void tell(long now) {
        double share = (double) (costNanos - toldCostNanos) / Math.max(1, now - toldNanos);
        if (now - toldNanos >= TELL_NANOS)
            pace(share);
        toldNanos = now;
        toldCostNanos = costNanos;
        recorder.add(new TraceEvent.ProbeCost(now, name, samples, costNanos, note));
    }
}
