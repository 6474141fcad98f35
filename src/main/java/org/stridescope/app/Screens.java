package org.stridescope.app;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import javafx.application.Platform;

import org.jspecify.annotations.Nullable;

import org.stridescope.ffi.Pages;
import org.stridescope.kernel.MachineLimits;
import org.stridescope.kernel.Variants;
import org.stridescope.kernel.threads.ThreadLessons;
import org.stridescope.lab.Benchmark;
import org.stridescope.lab.BenchmarkReport;
import org.stridescope.lab.MachineTurn;
import org.stridescope.lab.graph.GraphRunner;
import org.stridescope.lab.ladder.CacheSizes;
import org.stridescope.lab.ladder.Measurements;
import org.stridescope.lab.ladder.ThreadLab;
import org.stridescope.script.ScriptLimits;
import org.stridescope.ui.model.arrays.SessionEngine;
import org.stridescope.ui.model.arrays.SessionScore;
import org.stridescope.ui.model.ladder.LadderTools;
import org.stridescope.ui.view.Appearance;
import org.stridescope.ui.view.StridescopeWindow;
import org.stridescope.ui.view.WindowContext;
import org.stridescope.ui.view.Workbench;
import org.stridescope.ui.view.arrays.ArrayWorkbench;
import org.stridescope.ui.view.arrays.BroadcastWorkbench;
import org.stridescope.ui.view.arrays.LanesWorkbench;
import org.stridescope.ui.view.chunks.ChunksWorkbench;
import org.stridescope.ui.view.graph.GraphWorkbench;
import org.stridescope.ui.view.ladder.LadderWorkbench;
import org.stridescope.ui.view.profile.ProfileWorkbench;

/** Every screen of the program, in the order of the rail. */
public final class Screens {
    /** Twenty seconds and 2 GiB for what is typed into the window: a mistake must not hold it up for long. */
    private static final ScriptLimits TYPED = new ScriptLimits(20, 2L << 30, ScriptLimits.DEFAULT.depth(),
            ScriptLimits.DEFAULT.items());

    private Screens() {}

    /** Makers of the screens; each list makes one set, with a score of its own. */
    public static List<BiFunction<WindowContext, Appearance, Workbench>> all() {
        return all(new MachineTurn());
    }

    /** As {@link #all()}, measuring in turn with whatever else measures this machine. */
    static List<BiFunction<WindowContext, Appearance, Workbench>> all(MachineTurn turn) {
        SessionScore score = new SessionScore();
        ScriptSessions sessions = new ScriptSessions();
        AtomicReference<String> script = new AtomicReference<>("");
        AtomicReference<@Nullable ProfileWorkbench> profile = new AtomicReference<>();
        return List.of((context, appearance) -> {
            ArrayWorkbench bench = new ArrayWorkbench(context, appearance, new SessionEngine(2, TYPED, sessions::open),
                    score);
            bench.onRun(script::set);
            return bench;
        }, (context, appearance) -> new BroadcastWorkbench(context, appearance,
                new SessionEngine(8, TYPED, sessions::open),
                script::get,
                score), (_, appearance) -> new LanesWorkbench(appearance, score),
                StridescopeWindow.distanceLab((name, race) -> on(profile.get(), bench -> bench.keep(name, race)),
                        (name, race) -> on(profile.get(), bench -> bench.show(name, race))),
                (context, appearance) -> new LadderWorkbench(context, appearance, tools(context, turn)),
                (context, appearance) -> new GraphWorkbench(context, appearance, GraphParts.drawn(),
                        new GraphRunner(TaskWorkerMain.launch())),
                (context, appearance) -> new ChunksWorkbench(context, appearance,
                        new GraphRunner(TaskWorkerMain.launch()), MachineStatus.memoryBytes()),
                (context, appearance) -> {
                    ProfileWorkbench bench = new ProfileWorkbench(context, appearance);
                    profile.set(bench);
                    return bench;
                });
    }

    private static void on(@Nullable ProfileWorkbench bench, Consumer<ProfileWorkbench> action) {
        if (bench != null)
            action.accept(bench);
    }

    private static LadderTools tools(WindowContext context, MachineTurn turn) {
        Benchmark benchmark = new Benchmark(context.variants(), new Pages(),
                _ -> new BenchmarkReport.Limits(Double.NaN, Double.NaN));
        return new LadderTools(benchmark, new Measurements(turn),
                () -> MachineLimits.measure(Runtime.getRuntime().availableProcessors()), CacheSizes.ofThisMachine(),
                new ThreadLab(ThreadLessons.open(), () -> Variants.named("c-plain")), Platform::runLater);
    }
}
