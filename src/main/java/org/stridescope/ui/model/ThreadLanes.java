package org.stridescope.ui.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.stridescope.trace.Recording;
import org.stridescope.trace.RunTrace;
import org.stridescope.trace.ThreadTrace;
import org.stridescope.trace.TraceEvent;

/**
 * The threads of a run in the order a class wants to see them: who made tiles, who else was busy, then the
 * collector, and last what the program needs for itself; idle ones are only counted.
 *
 * @param idle threads that used too little to be shown: under a hundredth of a processor, of the program itself under 5 %
 */
public record ThreadLanes(List<Lane> lanes, int idle) {
    private static final double BUSY = 0.01;
    /** What the program and the JVM need for themselves is shown only where it takes a real share. */
    private static final double OWN_BUSY = 0.05;

    /** What a thread is for. */
    public enum Role {
        CALLER, WORKER, OPENMP, COLLECTOR, COMPILER, OTHER
    }

    /**
     * @param label short, unique within a run
     * @param busy share of one processor used over the whole run
     */
    public record Lane(String label, Role role, ThreadTrace thread, double busy) {}

    public static ThreadLanes of(Recording recording, RunTrace run) {
        Set<Integer> makers = run.tiles().stream().map(TraceEvent.TileDone::thread).collect(Collectors.toSet());
        List<Lane> shown = new ArrayList<>();
        int idle = 0;
        for (ThreadTrace thread : recording.threads()) {
            double busy = thread.utilisation(run.startNanos(), run.endNanos());
            Role role = role(thread, makers.contains(thread.thread()));
            if (busy >= least(role) || makers.contains(thread.thread()))
                shown.add(new Lane("", role, thread, busy));
            else
                idle++;
        }
        shown.sort(Comparator.comparing(Lane::role).thenComparing(lane -> lane.thread().thread()));
        return new ThreadLanes(labelled(shown), idle);
    }

    private static Role role(ThreadTrace thread, boolean makesTiles) {
        String name = thread.name();
        if (isCollector(name))
            return Role.COLLECTOR;
        if (name.startsWith("C1 Comp") || name.startsWith("C2 Comp"))
            return Role.COMPILER;
        // a worker is named after the thread that called its kernel; other native threads are the window system's
        if (name.startsWith("OpenMP") && (makesTiles || name.contains("(stridescope-")))
            return Role.OPENMP;
        // the kernel keeps 15 letters of the name that such a worker has from the thread that called its kernel
        if (thread.isNative())
            return name.startsWith("stridescope-rac") ? Role.OPENMP : Role.OTHER;
        if (name.startsWith("stridescope-race"))
            return Role.CALLER;
        return makesTiles || name.contains("worker") ? Role.WORKER : Role.OTHER;
    }

    private static double least(Role role) {
        return role == Role.COMPILER || role == Role.OTHER ? OWN_BUSY : BUSY;
    }

    private static boolean isCollector(String name) {
        return name.startsWith("GC Thread") || name.startsWith("G1 ") || name.startsWith("ZGC")
                || name.startsWith("XWorker") || name.startsWith("ZWorker") || name.startsWith("Shenandoah");
    }

    private static List<Lane> labelled(List<Lane> lanes) {
        List<Lane> labelled = new ArrayList<>();
        for (Role role : Role.values()) {
            List<Lane> same = lanes.stream().filter(lane -> lane.role() == role).toList();
            for (int i = 0; i < same.size(); i++) {
                Lane lane = same.get(i);
                labelled.add(
                        new Lane(label(lane, same.size() == 1 ? "" : " " + (i + 1)), role, lane.thread(), lane.busy()));
            }
        }
        return List.copyOf(labelled);
    }

    private static String label(Lane lane, String number) {
        return switch (lane.role()) {
            case WORKER, CALLER, COMPILER, COLLECTOR -> lane.role().name().toLowerCase(Locale.ROOT) + number;
            case OPENMP -> "OpenMP worker" + (number.isEmpty() ? " 1" : number);
            case OTHER -> known(lane.thread().name());
        };
    }

    /** The program's own threads by what they do. */
    private static String known(String name) {
        if (name.startsWith("JavaFX Application"))
            return "window";
        if (name.startsWith("QuantumRenderer"))
            return "drawing";
        return name.startsWith("stridescope-") ? name.substring("stridescope-".length()) : name;
    }
}
