package org.stridescope.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

import org.stridescope.kernel.Cancellation;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.DistanceKernel.Outcome;
import org.stridescope.kernel.DistanceKernel.RunControl;
import org.stridescope.kernel.Metric;
import org.stridescope.kernel.TileListener;
import org.stridescope.kernel.Variants;

/** How long a run at the course's size, 12000 x 12000 x 50, still goes on once it is cancelled. */
final class CancelTimes {
    private static final int POINTS = 12000;
    private static final int FEATURES = 50;
    private static final int REPETITIONS = 7;
    private static final long FIRST_MILLIS = 120;

    private CancelTimes() {}

    static List<String> lines() throws InterruptedException {
        List<String> lines = new ArrayList<>(List.of("", "## How soon a cancelled run ends", "",
                "12000 x 12000 points of 50 features, two threads, cancelled at odd moments; milliseconds until `run` returns.",
                "", "| variant | median | worst |", "|---|---|---|"));
        try (BenchPoints points = BenchPoints.of(Metric.EUCLIDEAN, POINTS, FEATURES)) {
            for (DistanceKernel kernel : Variants.all()) {
                if (kernel.availability().isAvailable() && kernel.metrics().contains(Metric.EUCLIDEAN))
                    lines.add(line(kernel, points));
            }
        }
        return lines;
    }

    private static String line(DistanceKernel kernel, BenchPoints points) throws InterruptedException {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < REPETITIONS; i++) {
            double time = once(kernel, points, FIRST_MILLIS + 37 * i);
            if (!Double.isNaN(time))
                millis.add(time);
        }
        Collections.sort(millis);
        return millis.isEmpty()
                ? "| " + kernel.name() + " | done before it could be cancelled | |"
                : String.format(Locale.ROOT, "| %s | %.1f | %.1f |", kernel.name(), millis.get(millis.size() / 2),
                        millis.getLast());
    }

    private static double once(DistanceKernel kernel, BenchPoints points, long afterMillis)
            throws InterruptedException {
        Cancellation cancellation = new Cancellation();
        AtomicLong cancelled = new AtomicLong();
        Thread canceller = Thread.ofPlatform().start(() -> {
            try {
                Thread.sleep(afterMillis);
            } catch (InterruptedException e) {
                return;
            }
            cancelled.set(System.nanoTime());
            cancellation.cancel();
        });
        Outcome outcome = kernel.run(points.problem(), points.out(),
                new RunControl(2, TileListener.NONE, cancellation));
        long end = System.nanoTime();
        canceller.interrupt();
        canceller.join();
        return outcome == Outcome.CANCELLED ? (end - cancelled.get()) / 1e6 : Double.NaN;
    }
}
