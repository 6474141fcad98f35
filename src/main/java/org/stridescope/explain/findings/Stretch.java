package org.stridescope.explain.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.stridescope.trace.Activity;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RunTrace;
import org.stridescope.trace.ThreadTrace;
import org.stridescope.trace.TraceEvent;

/**
 * A part of a recording that findings are made about: one run, or all where there are no runs.
 *
 * @param threadsAsked how many threads it was given; 0 where that is not known
 * @param workers threads that did its work, the busiest first
 */
record Stretch(Recording recording, String subject, long from, long to, int threadsAsked, List<Worker> workers) {
    private static final double LEAST_SHARE = 0.02;
    /** Threads that the JVM and this program need for themselves. */
    private static final Pattern SERVICE = Pattern.compile("GC Thread.*|G1 .*|C[12] Comp.*|VM .*|ZGC.*|[XZ]Worker.*|"
            + "stridescope-(sampler|lines|recording)|JavaFX.*|QuantumRenderer.*|JFR .*|Async-profiler.*|Prism.*|"
            + "Signal Dispatcher|Reference Handler|Finalizer|Common-Cleaner|Monitor Deflation.*|Attach Listener|"
            + "RMI .*|JMX .*|Service Thread|Notification Thread|launcher .*");

    /** A thread with the CPU time that it used in the stretch. */
    record Worker(ThreadTrace thread, double cpuNanos) {}

    static List<Stretch> of(Recording recording) {
        if (recording.runs().isEmpty())
            return List.of(of(recording, "", 0, recording.durationNanos(), Set.of()));
        List<Stretch> stretches = new ArrayList<>();
        for (RunTrace run : recording.runs()) {
            Set<Integer> makers = run.tiles().stream().map(TraceEvent.TileDone::thread).collect(Collectors.toSet());
            stretches.add(of(recording, run.variant(), run.startNanos(), run.endNanos(), makers));
        }
        return stretches;
    }

    private static Stretch of(Recording recording, String subject, long from, long to, Set<Integer> makers) {
        List<Worker> workers = new ArrayList<>();
        for (ThreadTrace thread : recording.threads()) {
            double cpu = thread.cpuNanosBetween(from, to);
            boolean works = cpu >= LEAST_SHARE * (to - from) && !SERVICE.matcher(thread.name()).matches();
            if (works || makers.contains(thread.thread()))
                workers.add(new Worker(thread, cpu));
        }
        workers.sort(Comparator.comparingDouble(Worker::cpuNanos).reversed());
        return new Stretch(recording, subject, from, to, (int) number(recording.settings(), "threads"), workers);
    }

    /** A setting as a number; 0 where there is none. */
    static double number(Map<String, String> settings, String name) {
        try {
            return Double.parseDouble(settings.getOrDefault(name, "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    double setting(String name) {
        return number(recording.settings(), name);
    }

    /** A figure of the machine that was measured with the recording; 0 where it was not. */
    double measured(String counter) {
        return recording.counter(counter).map(c -> (double) c.peak(0, Long.MAX_VALUE)).orElse(0.0);
    }

    long nanos() {
        return Math.max(1, to - from);
    }

    double cpuNanos() {
        return workers.stream().mapToDouble(Worker::cpuNanos).sum();
    }

    /** Time that workers could have run and waited for a processor, all together. */
    double runnableNanos() {
        double sum = 0;
        for (Worker worker : workers) {
            List<TraceEvent.ThreadState> states = worker.thread().states();
            for (int i = 0; i < states.size(); i++) {
                if (states.get(i).activity() != Activity.RUNNABLE)
                    continue;
                long end = i + 1 < states.size() ? states.get(i + 1).nanos() : to;
                long begin = Math.max(from, states.get(i).nanos());
                double used = worker.thread().cpuNanosBetween(begin, Math.min(to, end));
                sum += Math.max(0, Math.min(to, end) - begin - used);
            }
        }
        return sum;
    }

    Set<Integer> threads() {
        return workers.stream().map(worker -> worker.thread().thread()).collect(Collectors.toSet());
    }

    /** {@code In c: } or nothing. */
    String lead() {
        return subject.isEmpty() ? "" : subject + ": ";
    }

    Finding finding(Finding.Kind kind, String sentence, double weight) {
        return new Finding(kind, subject, lead() + sentence, from, to, threads(), Math.clamp(weight, 0, 1));
    }
}
