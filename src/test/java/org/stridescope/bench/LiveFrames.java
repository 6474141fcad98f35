package org.stridescope.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javafx.application.Platform;
import javafx.scene.control.Labeled;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

import org.stridescope.ui.view.OpenLab;

/**
 * How often the window shows a race anew while it goes on, and what that costs: {@link PlayedRace} with four variants and so
 * many threads, in a window of so many pixels. A picture counts when the words below the running column have changed. What it
 * costs is the CPU time of the whole process but the player's, as a share of one core, and by thread; what the display
 * server takes is not in it. Run on a display (Xvfb), with {@code -Dprism.order=sw} and without the headless platform:
 * <pre>
 * java --enable-native-access=ALL-UNNAMED --add-modules=jdk.incubator.vector -Dprism.order=sw -XX:+UseG1GC \
 *   -Dstridescope.native.dir=target/native -cp target/classes:target/test-classes:... \
 *   org.stridescope.bench.LiveFrames [threads (16)] [width (1280)] [height (720)] [seconds (15)]
 * </pre>
 */
public final class LiveFrames {
    private static final List<String> VARIANTS = List.of("loops", "broadcast", "vector", "c");
    private static final int EVERY_SECONDS = 3;
    private static final double LEAST_SHARE = 0.001;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final OpenLab lab;
    private final Map<String, Labeled> labels = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private int pictures;
    private int shownBefore;
    private long wallBefore;
    private long cpuBefore;
    private Map<String, Long> threadsBefore = Map.of();

    private LiveFrames(OpenLab lab) {
        this.lab = lab;
    }

    public static void main(String[] args) throws Exception {
        int threads = args.length > 0 ? Integer.parseInt(args[0]) : 16;
        int width = args.length > 1 ? Integer.parseInt(args[1]) : 1280;
        int height = args.length > 2 ? Integer.parseInt(args[2]) : 720;
        long each = args.length > 3 ? TimeUnit.SECONDS.toNanos(Integer.parseInt(args[3])) / 6 : 2_500_000_000L;
        CountDownLatch up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        up.await();
        new LiveFrames(OpenLab.onStage(PlayedRace.runner(threads, each), width, height)).run();
        System.exit(0);
    }

    private void run() throws InterruptedException {
        lab.race("2000", "50", VARIANTS); // the window's own code is compiled
        Platform.runLater(() -> lab.scene().addPostLayoutPulseListener(this::pulse));
        start();
        System.out.println("once compiled:");
        try (ScheduledExecutorService telling = Executors.newSingleThreadScheduledExecutor(
                work -> Thread.ofPlatform().name("teller").daemon(true).unstarted(work))) {
            var told = telling.scheduleAtFixedRate(this::tell, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
            lab.race("2000", "50", VARIANTS);
            told.cancel(false);
        }
    }

    private void pulse() {
        boolean changed = false;
        for (String variant : VARIANTS) {
            Labeled label = labels.get(variant);
            if (label == null || label.getScene() == null) {
                label = (Labeled) lab.scene().lookup("#state-" + variant);
                labels.put(variant, label);
            }
            String before = words.put(variant, label.getText());
            changed |= !label.getText().equals(before);
        }
        if (changed)
            pictures++;
    }

    private void start() {
        shownBefore = pictures;
        wallBefore = System.nanoTime();
        cpuBefore = process.getProcessCpuTime();
        threadsBefore = byThread();
    }

    private void tell() {
        double seconds = (System.nanoTime() - wallBefore) / 1e9;
        Map<String, Long> now = byThread();
        double all = (process.getProcessCpuTime() - cpuBefore) / 1e9 / seconds;
        double player = share("player", now, seconds) + share("teller", now, seconds);
        System.out.printf(Locale.ROOT, "%.1f pictures a second, %.1f %% of a core:", (pictures - shownBefore) / seconds,
                100 * (all - player));
        now.keySet().stream().filter(name -> share(name, now, seconds) >= LEAST_SHARE)
                .sorted((a, b) -> Double.compare(share(b, now, seconds), share(a, now, seconds)))
                .forEach(name -> System.out.printf(Locale.ROOT, " %s %.1f", name, 100 * share(name, now, seconds)));
        System.out.println();
        start();
    }

    private double share(String name, Map<String, Long> now, double seconds) {
        return (now.getOrDefault(name, 0L) - threadsBefore.getOrDefault(name, 0L)) / 1e9 / seconds;
    }

    private Map<String, Long> byThread() {
        Map<String, Long> byName = new HashMap<>();
        for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (info != null)
                byName.merge(info.getThreadName(), threads.getThreadCpuTime(info.getThreadId()), Long::sum);
        }
        return byName;
    }
}
