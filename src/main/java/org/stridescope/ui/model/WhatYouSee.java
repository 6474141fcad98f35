package org.stridescope.ui.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.stridescope.trace.RunTrace;

/** Says what a race shows at a moment: who leads while it goes on, and why the winner won once all is over. */
public final class WhatYouSee {
    private final RaceMoment moment;
    private final double features;

    private WhatYouSee(RaceMoment moment, double features) {
        this.moment = moment;
        this.features = features;
    }

    /** @param k features of a point, for rates */
    public static Remark at(RaceMoment moment, double k) {
        return new WhatYouSee(moment, k).remark();
    }

    private Remark remark() {
        List<RunTrace> runs = moment.recording().runs();
        if (runs.isEmpty())
            return new Remark("Nothing has run yet.", "The recording holds no run.");
        boolean over = runs.stream().allMatch(moment::isOver);
        if (over)
            return runs.size() == 1 ? alone(runs.getFirst()) : compared(runs);
        return moment.live() ? running(runs.getLast()) : midway(runs);
    }

    private Remark running(RunTrace run) {
        if (moment.isOver(run))
            return alone(run);
        String busy = processors(run);
        return new Remark(
                String.format("%s has %s of its tiles after %s, on %s.", run.variant(),
                        Figures.percent(moment.share(run)), elapsed(run), busy),
                tiles(run) + " Processors: CPU time of its threads over elapsed time.");
    }

    private Remark midway(List<RunTrace> runs) {
        Comparator<RunTrace> ahead = Comparator.<RunTrace>comparingDouble(moment::share)
                .thenComparing(Comparator.comparingLong(RunTrace::durationNanos).reversed());
        RunTrace first = runs.stream().max(ahead).orElseThrow();
        RunTrace last = runs.stream().min(ahead).orElseThrow();
        String time = Figures.duration(moment.time() / 1e9);
        String proof = tiles(first) + (first == last ? "" : " " + tiles(last));
        if (moment.time() == 0) {
            return new Remark("All start together at 0 s. Press play to see who is first.", proof);
        }
        if (first == last) {
            return new Remark(
                    first.variant() + " has " + Figures.percent(moment.share(first)) + " of its tiles at " + time + ".",
                    proof);
        }
        if (moment.isOver(first)) {
            return new Remark(String.format("%s was done in %s. At %s, %s has %s of its tiles.", first.variant(),
                    elapsed(first), time, last.variant(), Figures.percent(moment.share(last))), proof);
        }
        return new Remark(String.format("At %s %s leads with %s of its tiles; %s has %s.", time, first.variant(),
                Figures.percent(moment.share(first)), last.variant(), Figures.percent(moment.share(last))), proof);
    }

    private Remark alone(RunTrace run) {
        double rate = moment.rate(run, (double) run.rows() * run.columns() * features);
        return new Remark(String.format("%s took %s on %s: %s pair-features a second.", run.variant(), elapsed(run),
                processors(run), Figures.large(rate)), tiles(run) + " Rate: n \u00b7 m \u00b7 k over elapsed time.");
    }

    private Remark compared(List<RunTrace> runs) {
        List<RunTrace> done = runs.stream().filter(run -> moment.state(run) == RunState.DONE)
                .sorted(Comparator.comparingLong(RunTrace::durationNanos)).toList();
        if (done.size() < 2)
            return done.isEmpty() ? running(runs.getLast()) : alone(done.getFirst());
        RunTrace fast = done.getFirst();
        RunTrace slow = done.getLast();
        double times = (double) slow.durationNanos() / Math.max(1, fast.durationNanos());
        String text = String.format("%s is %s as fast as %s. It kept %s busy, %s %s.", fast.variant(),
                Figures.times(times),
                slow.variant(), processors(fast), slow.variant(), figure(slow));
        String proof = String.format(
                "%s against %s elapsed. Processors: CPU time of a run\u2019s threads over its elapsed time.",
                elapsed(fast), elapsed(slow));
        return withMemory(done, text, proof);
    }

    private Remark withMemory(List<RunTrace> done, String text, String proof) {
        RunTrace hungry = done.stream().max(Comparator.comparingLong(this::arrays)).orElseThrow();
        RunTrace modest = done.stream().min(Comparator.comparingLong(this::arrays)).orElseThrow();
        long more = arrays(hungry) - arrays(modest);
        if (more < hungry.rows() * hungry.columns() * Double.BYTES / 2)
            return new Remark(text, proof);
        return new Remark(
                text + String.format(" %s held %s more than %s at its peak.", hungry.variant(), Figures.bytes(more),
                        modest.variant()),
                proof + String.format(" Peak of heap and off-heap: %s against %s.", Figures.bytes(arrays(hungry)),
                        Figures.bytes(arrays(modest))));
    }

    private long arrays(RunTrace run) {
        return MemoryCurve.of(moment.recording(), run).peakArrays();
    }

    private String elapsed(RunTrace run) {
        return Figures.duration(moment.elapsed(run) / 1e9);
    }

    private String tiles(RunTrace run) {
        return String.format("%s: %s of %s tiles in %s.", run.variant(), Figures.count(moment.tilesDone(run)),
                Figures.count(run.tileCount()), elapsed(run));
    }

    private String processors(RunTrace run) {
        String figure = figure(run);
        return figure + (figure.equals("1.0") ? " processor" : " processors");
    }

    private String figure(RunTrace run) {
        return String.format(Locale.ROOT, "%.1f", busyProcessors(moment, run));
    }

    /** CPU time of the threads that serve a run, over its elapsed time. */
    static double busyProcessors(RaceMoment moment, RunTrace run) {
        long from = run.startNanos();
        long to = moment.at(run);
        return ThreadLanes.of(moment.recording(), run).lanes().stream()
                .filter(lane -> lane.role() == ThreadLanes.Role.WORKER || lane.role() == ThreadLanes.Role.CALLER
                        || lane.role() == ThreadLanes.Role.OPENMP)
                .mapToDouble(lane -> lane.thread().utilisation(from, to)).sum();
    }
}
