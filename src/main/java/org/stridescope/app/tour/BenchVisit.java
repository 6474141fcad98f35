package org.stridescope.app.tour;

import java.util.List;
import java.util.Map;

import javafx.scene.control.ButtonBase;

/** What a visitor looks at on the array benches: each stop is reached from the one before it. */
final class BenchVisit {
    private static final long SECONDS = 120;

    /**
     * A stop of the visit.
     *
     * @param name of its picture
     * @param reach what is done to get there
     */
    record Stop(String name, Runnable reach) {}

    private final Screen screen;

    BenchVisit(Screen screen) {
        this.screen = screen;
    }

    /** Stops of a lab by its id; none for labs that are no array bench. */
    List<Stop> of(String lab) {
        return Map.of("arrays", arrays(), "broadcast", broadcast(), "lanes", lanes()).getOrDefault(lab, List.of());
    }

    private List<Stop> arrays() {
        return List.of(new Stop("view", () -> {
            until("#variable-y");
            step(3);
            screen.point("#grid", 0.08, 0.42);
        }), new Stop("write", () -> {
            screen.choose("#presets", 2);
            until("#variable-f");
        }), new Stop("costs", () -> {
            screen.choose("#presets", 3);
            untilIdle();
            screen.press("#margin-time");
        }), new Stop("predict", () -> {
            screen.press("#margin-memory");
            screen.choose("#presets", 0);
            until("#variable-y");
            screen.press("#predict");
        }), new Stop("light", () -> {
            screen.press("#predict");
            screen.point("#grid", 0.08, 0.42);
        }));
    }

    private List<Stop> broadcast() {
        return List.of(new Stop("step", () -> {
            until("#sheet-0");
            step(7);
        }), new Stop("mismatch", () -> {
            screen.choose("#examples", 4);
            Toolkit.frames(Screen.FRAMES_TO_SETTLE);
            screen.press("#to-end");
        }), new Stop("einsum", () -> {
            screen.choose("#examples", 6);
            until("#einsum-sheet-0");
            step(6);
        }), new Stop("predict", () -> {
            screen.choose("#examples", 1);
            Toolkit.frames(Screen.FRAMES_TO_SETTLE);
            screen.press("#predict");
        }), new Stop("light", () -> {
            screen.press("#predict");
            step(9);
        }));
    }

    private List<Stop> lanes() {
        return List.of(new Stop("tail", () -> step(5)), new Stop("times", () -> {
            screen.choose("#lane-size", 3);
            screen.press("#run");
            until("#time-0");
        }), new Stop("light", () -> {}));
    }

    private void step(int times) {
        for (int i = 0; i < times; i++)
            screen.press("#step");
        Toolkit.frames(1);
    }

    /** The script is over; on a machine with much else to do it may have been ended by its limit. */
    private void untilIdle() {
        Toolkit.frames(Screen.FRAMES_TO_SETTLE);
        Toolkit.waitUntil(() -> screen.find("#run") instanceof ButtonBase run && run.getText().equals("Run script"),
                SECONDS);
        Toolkit.frames(Screen.FRAMES_TO_SETTLE);
    }

    private void until(String selector) {
        if (!Toolkit.waitUntil(() -> screen.find(selector) != null, SECONDS))
            throw new TourError(selector + " has not come within " + SECONDS + " s");
        Toolkit.frames(Screen.FRAMES_TO_SETTLE);
    }
}
