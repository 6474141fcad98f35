package org.stridescope.explain.findings;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.stridescope.explain.findings.Finding.Kind;
import org.stridescope.trace.ThreadTrace;
import org.stridescope.trace.TraceEvent.LockWait;

/** What threads do wrong. */
final class ThreadRules {
    /** Starting and joining threads, or waking a team of OpenMP's, takes up to some tenths of a millisecond. */
    private static final long SMALL_NANOS = 2_000_000;
    private static final double ONE_THREAD_SHARE = 0.85;
    private static final double IDLE_SHARE = 0.25;
    private static final double STARVED_SHARE = 0.25;
    private static final double LOCK_SHARE = 0.1;
    private static final double BUSY_MACHINE = 0.85;
    /** Waiting in these is waiting for work, not for somebody who holds a lock; or it is the watching's own doing. */
    private static final Pattern NO_LOCK = Pattern
            .compile(
                    "org\\.stridescope\\.(probe|trace)\\..*|.*(Condition|Queue|ForkJoin|Latch|Future|Phaser|Barrier|Executor|Timer).*");

    private ThreadRules() {}

    static Optional<Finding> tooSmall(Stretch stretch) {
        if (stretch.threadsAsked() < 2 || stretch.subject().isEmpty() || stretch.nanos() > SMALL_NANOS)
            return Optional.empty();
        return Optional.of(stretch.finding(Kind.TOO_SMALL, String.format(Locale.ROOT,
                "it is over in %.2f ms: too small to be worth %d threads, as starting and waiting for them takes up to"
                        + " some tenths of a millisecond",
                stretch.nanos() / 1e6, stretch.threadsAsked()), 0.3));
    }

    static Optional<Finding> oneThreadWorks(Stretch stretch) {
        double all = stretch.cpuNanos();
        if (stretch.threadsAsked() < 2 || stretch.workers().isEmpty() || stretch.nanos() <= SMALL_NANOS
                || all < 0.3 * stretch.nanos())
            return Optional.empty();
        Stretch.Worker first = stretch.workers().getFirst();
        double share = first.cpuNanos() / all;
        if (share < ONE_THREAD_SHARE)
            return Optional.empty();
        return Optional.of(new Finding(Kind.ONE_THREAD_WORKS, stretch.subject(), stretch.lead()
                + String.format(Locale.ROOT, "one thread of the %d it may use does %.0f %% of the work (%s)",
                        stretch.threadsAsked(), 100 * share, first.thread().name()),
                stretch.from(), stretch.to(), Set.of(first.thread().thread()),
                Math.min(1, 1 - 1.0 / stretch.threadsAsked())));
    }

    static Optional<Finding> idle(Stretch stretch) {
        int asked = Math.max(stretch.threadsAsked(), 0);
        if (asked < 2 || stretch.nanos() <= SMALL_NANOS || oneThreadWorks(stretch).isPresent())
            return Optional.empty();
        double idle = 1 - (stretch.cpuNanos() + stretch.runnableNanos()) / ((double) asked * stretch.nanos());
        if (idle < IDLE_SHARE)
            return Optional.empty();
        return Optional.of(stretch.finding(Kind.IDLE_THREADS, String.format(Locale.ROOT,
                "its %d threads idle %.0f %% of the time: they use %.2f s of processor in %.2f s", asked, 100 * idle,
                stretch.cpuNanos() / 1e9, stretch.nanos() / 1e9), idle));
    }

    static Optional<Finding> oversubscribed(Stretch stretch) {
        double processors = stretch.setting("processors");
        double starved = stretch.runnableNanos() / stretch.nanos();
        double most = Math.max(1, Math.min(stretch.threadsAsked(), processors));
        if (starved > STARVED_SHARE * most && stretch.workers().size() <= processors) {
            return Optional.of(stretch.finding(Kind.OVERSUBSCRIPTION, String.format(Locale.ROOT,
                    "its threads wait for a processor %.0f %% of the time: other programs have it",
                    100 * Math.min(1, starved / most)), Math.min(1, starved / most)));
        }
        double busy = stretch.cpuNanos() / (processors * stretch.nanos());
        List<Stretch.Worker> many = stretch.workers().stream()
                .filter(worker -> worker.cpuNanos() > 0.1 * stretch.cpuNanos() / stretch.workers().size()).toList();
        if (processors < 1 || many.size() < 1.5 * processors || busy < BUSY_MACHINE)
            return Optional.empty();
        double each = stretch.cpuNanos() / many.size() / stretch.nanos();
        return Optional.of(stretch.finding(Kind.OVERSUBSCRIPTION, String.format(Locale.ROOT,
                "%d threads share %.0f processors, so each has one %.0f %% of the time and they put each other out of"
                        + " the caches",
                many.size(), processors, 100 * each), 0.2));
    }

    static Optional<Finding> lock(Stretch stretch) {
        Map<String, Long> waited = new HashMap<>();
        Map<String, Set<Integer>> waiting = new HashMap<>();
        Map<String, LockWait> longest = new HashMap<>();
        for (LockWait wait : stretch.recording().locks()) {
            long from = Math.max(stretch.from(), wait.nanos() - wait.durationNanos());
            long to = Math.min(stretch.to(), wait.nanos());
            if (to <= from || NO_LOCK.matcher(wait.lock()).matches())
                continue;
            waited.merge(wait.lock(), to - from, Long::sum);
            waiting.computeIfAbsent(wait.lock(), key -> new HashSet<>()).add(wait.thread());
            longest.merge(wait.lock(), wait, (a, b) -> a.durationNanos() >= b.durationNanos() ? a : b);
        }
        return waited.entrySet().stream().max(Map.Entry.comparingByValue())
                .filter(most -> most.getValue() >= LOCK_SHARE * stretch.nanos()).map(most -> {
                    LockWait wait = longest.get(most.getKey());
                    String holder = wait == null ? "" : held(stretch, wait);
                    Set<Integer> threads = waiting.getOrDefault(most.getKey(), Set.of());
                    String sentence = String.format(Locale.ROOT, "%d thread%s %.3f s in all for %s%s", threads.size(),
                            threads.size() == 1 ? " waits" : "s wait", most.getValue() / 1e9, most.getKey(), holder);
                    return new Finding(Kind.LOCK, stretch.subject(), stretch.lead() + sentence, stretch.from(),
                            stretch.to(), threads, Math.min(1, (double) most.getValue() / stretch.nanos()));
                });
    }

    private static String held(Stretch stretch, LockWait wait) {
        return stretch.recording().thread(wait.owner()).map(ThreadTrace::name).map(name -> ", held by " + name)
                .orElse("");
    }
}
