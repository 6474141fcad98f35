package org.stridescope.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Point3D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

import org.fxmisc.richtext.CodeArea;

/**
 * Frame times while the mouse moves over an array of 1000 cells: three moves a frame, for so many frames. Prints the time
 * between frames and the window thread's own work in each. Run on a display (Xvfb), as bench.WindowStalls is run, with
 * {@code -Dprism.order=sw} and without the headless platform. Arguments: frames (600).
 */
public final class HoverFrames {
    private static final int WARM_UP = 120;
    private static final int MOVES = 3;

    private HoverFrames() {}

    public static void main(String[] args) throws Exception {
        int frames = args.length > 0 ? Integer.parseInt(args[0]) : 600;
        BenchWindow bench = BenchWindow.open(1280, 720);
        BenchWindow.until(() -> bench.scene().lookup("#variable-y") != null);
        BenchWindow.ask(() -> {
            ((CodeArea) bench.node("script")).replaceText("x = np.arange(1000.0).reshape(25, 40)");
            ((ButtonBase) bench.node("run")).fire();
            return 0;
        });
        BenchWindow.until(() -> ((Labeled) bench.node("grid-title")).getText().startsWith("x as"));
        Hover hover = BenchWindow.ask(() -> new Hover(bench.node("grid"), WARM_UP + frames));
        BenchWindow.ask(() -> {
            hover.start();
            return 0;
        });
        hover.over.await();
        hover.report();
        System.exit(0);
    }

    private static final class Hover extends AnimationTimer {
        private final CountDownLatch over = new CountDownLatch(1);
        private final List<Double> between = new ArrayList<>();
        private final List<Double> work = new ArrayList<>();
        private final Node grid;
        private final int frames;
        private final java.lang.management.ThreadMXBean threads = java.lang.management.ManagementFactory
                .getThreadMXBean();
        private long last;
        private long lastCpu;
        private int frame;

        Hover(Node grid, int frames) {
            this.grid = grid;
            this.frames = frames;
        }

        @Override
        public void handle(long nanos) {
            long now = System.nanoTime();
            long cpu = threads.getCurrentThreadCpuTime();
            if (frame > WARM_UP) {
                between.add((now - last) / 1e6);
                work.add((cpu - lastCpu) / 1e6);
            }
            last = now;
            lastCpu = cpu;
            if (++frame > frames) {
                stop();
                over.countDown();
                return;
            }
            for (int move = 0; move < MOVES; move++)
                move(frame * MOVES + move);
        }

        /** Along a path that meets another cell with every move. */
        private void move(int at) {
            Bounds bounds = grid.getLayoutBounds();
            double x = 40 + at * 37 % Math.max(1, bounds.getWidth() - 60);
            double y = 30 + at * 23 % Math.max(1, bounds.getHeight() - 50);
            Point2D scene = grid.localToScene(x, y);
            grid.fireEvent(new MouseEvent(MouseEvent.MOUSE_MOVED, scene.getX(), scene.getY(), scene.getX(),
                    scene.getY(), MouseButton.NONE, 0, false, false, false, false, false, false, false, false, false,
                    false, new PickResult(grid, new Point3D(x, y, 0), 0)));
        }

        void report() {
            print("between frames", between);
            print("work of the window's thread in a frame", work);
            long late = between.stream().filter(ms -> ms > 20).count();
            System.out.printf(Locale.ROOT, "%d of %d frames came later than 20 ms after the one before%n", late,
                    between.size());
        }

        private static void print(String what, List<Double> values) {
            List<Double> sorted = new ArrayList<>(values);
            Collections.sort(sorted);
            System.out.printf(Locale.ROOT, "%s, ms: median %.1f, 95 %% %.1f, 99 %% %.1f, longest %.1f%n", what,
                    sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100),
                    sorted.get(sorted.size() * 99 / 100), sorted.getLast());
        }
    }
}
