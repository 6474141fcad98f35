package org.stridescope.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

import org.stridescope.trace.Recording;
import org.stridescope.trace.TraceEvent;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.Palette;
import org.stridescope.ui.control.timeline.TimelinePicture;
import org.stridescope.ui.model.Playhead;
import org.stridescope.ui.model.timeline.TimelineData;
import org.stridescope.ui.model.timeline.TimelineModel;

/**
 * How fast the timeline follows the hand on a recording of ten million samples: the playhead scrubbed, the view zoomed and
 * moved, with all threads' lanes open. Prints for each the work of the window's thread a frame and the time between frames.
 * Arguments: threads (64), millions of samples (10).
 * <pre>
 * java --enable-native-access=ALL-UNNAMED -Dglass.platform=Headless -Dprism.order=sw -Xmx1500m \
 *   -cp target/classes:target/test-classes:... org.stridescope.bench.TimelineFrames
 * </pre>
 */
public final class TimelineFrames {
    private static final int FRAMES = 240;
    private static final int WARM = 60;
    private static final long LENGTH = 600_000_000_000L;

    private final TimelineModel model = new TimelineModel(new Playhead());

    private TimelineFrames() {}

    public static void main(String[] args) throws Exception {
        int threads = args.length > 0 ? Integer.parseInt(args[0]) : 64;
        int samples = (int) (1e6 * (args.length > 1 ? Double.parseDouble(args[1]) : 10));
        Recording recording = recording(threads, samples / threads);
        long start = System.nanoTime();
        TimelineData data = TimelineData.of(recording);
        System.out.printf(Locale.ROOT, "%d threads, %d samples: prepared in %.2f s%n", threads, samples,
                (System.nanoTime() - start) / 1e9);
        CountDownLatch up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        up.await();
        new TimelineFrames().run(data);
        System.exit(0);
    }

    private static Recording recording(int threads, int each) {
        Random random = new Random(1);
        List<TraceEvent> events = new ArrayList<>(threads * each);
        long step = LENGTH / each;
        for (int thread = 0; thread < threads; thread++) {
            events.add(new TraceEvent.ThreadSeen(0, thread, "pool-1-thread-" + (thread + 1), false));
            long cpu = 0;
            for (int i = 0; i < each; i++) {
                events.add(new TraceEvent.ThreadSample(i * step, thread, cpu));
                cpu += (long) (step * Math.abs(Math.sin(i / 1e4 + thread)) * random.nextDouble());
            }
        }
        return Recording.of("bench", Map.of(), LENGTH, events);
    }

    private void run(TimelineData data) throws InterruptedException {
        CountDownLatch shown = new CountDownLatch(1);
        TimelinePicture[] picture = new TimelinePicture[1];
        Platform.runLater(() -> {
            model.load(data);
            data.groups().forEach(group -> model.toggle(group.pool()));
            picture[0] = new TimelinePicture(model, new SimpleObjectProperty<>(new Look(Palette.load(true), 1)));
            Stage stage = new Stage(StageStyle.UNDECORATED);
            stage.setScene(new Scene(picture[0], 1600, 900));
            stage.setX(0);
            stage.setY(0);
            stage.show();
            shown.countDown();
        });
        shown.await();
        measure("scrub", picture[0], i -> model.playhead().seek(LENGTH / FRAMES * i));
        measure("zoom in", picture[0], _ -> model.window().zoom(1.03, 0.4));
        measure("move", picture[0], i -> model.window().pan(i < FRAMES / 2 ? 0.02 : -0.02));
        measure("zoom out", picture[0], _ -> model.window().zoom(1 / 1.03, 0.6));
    }

    private void measure(String name, TimelinePicture picture, IntConsumer step) throws InterruptedException {
        double[] between = new double[FRAMES];
        double[] work = new double[FRAMES];
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> new AnimationTimer() {
            private int frame = -WARM;
            private long last;

            @Override
            public void handle(long now) {
                long start = System.nanoTime();
                if (frame >= FRAMES) {
                    stop();
                    done.countDown();
                    return;
                }
                step.accept(Math.max(0, frame));
                picture.layout();
                if (frame >= 0) {
                    work[frame] = (System.nanoTime() - start) / 1e6;
                    between[frame] = (start - last) / 1e6;
                }
                last = start;
                frame++;
            }
        }.start());
        done.await();
        System.out.printf(Locale.ROOT,
                "%-9s painting %5.2f ms median, %5.2f ms at most; frames %5.1f ms median, %5.1f a second%n",
                name, median(work), Arrays.stream(work).max().orElse(0), median(between),
                1000 / Arrays.stream(between).average().orElse(Double.NaN));
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }
}
