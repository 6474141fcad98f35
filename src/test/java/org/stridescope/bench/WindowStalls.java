package org.stridescope.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import javafx.application.Platform;

import org.jspecify.annotations.Nullable;

import org.stridescope.ui.view.OpenLab;

/**
 * How long the window's thread is blocked while it shows a large race: a beat is posted to it every few milliseconds, and what
 * counts is how late each beat is. Beside the lateness stands the CPU time that the thread itself took meanwhile: the
 * rest is the machine's (other threads on the processors, a stop of the collector). Arguments: n (12000), variants (c,vector).
 * <pre>
 * java --enable-native-access=ALL-UNNAMED --add-modules=jdk.incubator.vector -Dglass.platform=Headless -Dprism.order=sw \
 *   -Djava.awt.headless=true -XX:+UseG1GC -XX:+ExplicitGCInvokesConcurrent -XX:MaxGCPauseMillis=20 \
 *   -Dstridescope.native.dir=target/native -cp target/classes:target/test-classes:... \
 *   org.stridescope.bench.WindowStalls
 * </pre>
 */
public final class WindowStalls {
    private static final long EVERY_MS = 4;
    private static final int SHOWN = 8;
    private static final long LATE_MS = 40;
    private static final int FRAMES = 12;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Beat> beats = new CopyOnWriteArrayList<>();
    private final List<Beat> taken = new ArrayList<>();
    private final long start = System.nanoTime();
    private final Map<String, Integer> late = new ConcurrentHashMap<>();
    private volatile long heard = System.nanoTime();
    private volatile @Nullable Thread window;
    private long lastCpu;

    /** A beat at {@code atMs} after the start that was {@code lateMs} late, and the thread's own work since the one before. */
    private record Beat(double atMs, double lateMs, double ownMs) {}

    private WindowStalls() {}

    public static void main(String[] args) throws Exception {
        String n = args.length > 0 ? args[0] : "12000";
        List<String> variants = List.of((args.length > 1 ? args[1] : "c,vector").split(","));
        CountDownLatch up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        up.await();
        OpenLab lab = OpenLab.onStage(1280, 720);
        lab.race("500", "50", variants); // the window's own code is compiled once
        WindowStalls stalls = new WindowStalls();
        try (ScheduledExecutorService beating = Executors.newSingleThreadScheduledExecutor()) {
            var beat = beating.scheduleAtFixedRate(stalls::post, 0, EVERY_MS, TimeUnit.MILLISECONDS);
            lab.race(n, "50", variants);
            beat.cancel(false);
        }
        stalls.report(n, variants);
        System.exit(0);
    }

    private void post() {
        long posted = System.nanoTime();
        if (posted - heard > LATE_MS * 1_000_000 && window != null) {
            StackTraceElement[] stack = window.getStackTrace();
            String top = Arrays.stream(stack).limit(FRAMES).map(StackTraceElement::toString)
                    .collect(Collectors.joining("\n      "));
            late.merge(window.getState() + "\n      " + top, 1, Integer::sum);
        }
        Platform.runLater(() -> {
            long now = System.nanoTime();
            heard = now;
            window = Thread.currentThread();
            long cpu = threads.getCurrentThreadCpuTime();
            if (lastCpu != 0)
                taken.add(new Beat((now - start) / 1e6, (now - posted) / 1e6, (cpu - lastCpu) / 1e6));
            lastCpu = cpu;
            if (taken.size() >= 256)
                keep();
        });
    }

    private void keep() {
        beats.addAll(taken);
        taken.clear();
    }

    private void report(String n, List<String> variants) throws InterruptedException {
        CountDownLatch kept = new CountDownLatch(1);
        Platform.runLater(() -> {
            keep();
            kept.countDown();
        });
        kept.await();
        System.out.printf(Locale.ROOT, "%s x %s x 50 by %s: %d beats in %.1f s%n", n, n, String.join(", ", variants),
                beats.size(), beats.isEmpty() ? 0 : beats.getLast().atMs / 1e3);
        print("latest beats", Comparator.comparingDouble(Beat::lateMs));
        print("most work of the window's thread in one go", Comparator.comparingDouble(Beat::ownMs));
        printLate();
    }

    private void printLate() {
        System.out.println("where the window's thread stood while a beat was more than " + LATE_MS + " ms late:");
        late.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).limit(SHOWN)
                .forEach(each -> System.out.println("  " + each.getValue() + " times, " + each.getKey()));
    }

    private void print(String title, Comparator<Beat> by) {
        System.out.println(title + ":");
        beats.stream().sorted(by.reversed()).limit(SHOWN).forEach(beat -> System.out.printf(Locale.ROOT,
                "  at %8.1f ms: %6.1f ms late, %6.1f ms of its own work%n", beat.atMs, beat.lateMs, beat.ownMs));
    }
}
