package org.stridescope.ui.model.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import org.stridescope.explain.graph.DrawnGraph;
import org.stridescope.explain.graph.GraphLayout;
import org.stridescope.explain.graph.LayeredLayout;
import org.stridescope.graph.Task;
import org.stridescope.graph.TaskGraph;
import org.stridescope.lab.graph.GraphOutcome;
import org.stridescope.lab.graph.GraphPlan;
import org.stridescope.lab.graph.GraphPreset;
import org.stridescope.lab.graph.GraphRunner;
import org.stridescope.lab.graph.PresetSettings;
import org.stridescope.schedule.RunOptions;
import org.stridescope.trace.Recorder;
import org.stridescope.trace.Recording;
import org.stridescope.ui.model.Playhead;

/**
 * The graph bench: a graph is chosen and laid out before anything runs; then it is computed by one scheduler or by all in
 * turn, and every run stays, to be seen beside the others on one clock. Changed on the window's thread only.
 */
public final class GraphBenchModel implements AutoCloseable {
    /** Settings that cut the same work otherwise. */
    private static final List<String> CUTS = List.of("chunks", "chunk");

    private final GraphRunner runner;
    private final Executor background;
    private final Executor window;
    private final Playhead playhead = new Playhead();
    private final LayeredLayout layouts = new LayeredLayout();
    private final ObjectProperty<GraphPreset> preset;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final BooleanProperty leftToRight = new SimpleBooleanProperty(true);
    private final IntegerProperty workers = new SimpleIntegerProperty(Runtime.getRuntime().availableProcessors());
    private final ReadOnlyObjectWrapper<GraphLayout> layout = new ReadOnlyObjectWrapper<>(GraphLayout.EMPTY);
    private final ReadOnlyObjectWrapper<List<ShownRun>> runs = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Integer> picked = new ReadOnlyObjectWrapper<>(-1);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final List<MeasuredRun> measured = new ArrayList<>();
    private List<DrawnGraph.TaskNode> tasks = List.of();
    private List<String> calls = List.of();
    private volatile @Nullable Live live;
    private AtomicBoolean cancelled = new AtomicBoolean();
    private int layoutNumber;

    /** A run that goes on. */
    private record Live(String scheduler, Recorder recorder) {}

    public GraphBenchModel(GraphRunner runner, GraphPreset first, Executor background, Executor window) {
        this.runner = runner;
        this.background = background;
        this.window = window;
        preset = new SimpleObjectProperty<>(first);
        preset.addListener((_, _, now) -> {
            settings.clear();
            measured.clear();
            rebuild();
        });
        leftToRight.addListener(_ -> lay());
    }

    /** Sets one of the preset's settings and draws the graph that it makes. */
    public void set(String name, String value) {
        settings.put(name, value);
        if (!CUTS.contains(name))
            measured.clear(); // it is other work now
        rebuild();
    }

    public String setting(GraphPreset.Setting setting) {
        return settings.getOrDefault(setting.name(), setting.standard());
    }

    private PresetSettings given(boolean portable) {
        List<String> assignments = settings.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
        return PresetSettings.of(preset.get(), assignments, portable);
    }

    /** Builds the graph anew, as nothing of it has run. */
    public void rebuild() {
        if (running.get())
            return;
        runs.set(List.of());
        playhead.load(0, new long[0]);
        picked.set(-1);
        try {
            GraphPlan plan = preset.get().build(given(false));
            show(plan);
            plan.end().run(); // only drawn: it is built anew to be run
            message.set("");
        } catch (RuntimeException e) {
            message.set(String.valueOf(e.getMessage()));
        }
    }

    private void show(GraphPlan plan) {
        TaskGraph graph = plan.graph().cull(plan.wanted());
        calls = graph.tasks().stream().map(Task::toString).toList();
        List<DrawnGraph.TaskNode> nodes = new ArrayList<>();
        for (int task = 0; task < graph.size(); task++) {
            List<Integer> needs = new ArrayList<>();
            for (int i = 0; i < graph.dependencyCount(task); i++)
                needs.add(graph.dependency(task, i));
            nodes.add(new DrawnGraph.TaskNode(graph.key(task).toString(), graph.key(task).name(), needs));
        }
        tasks = List.copyOf(nodes);
        lay();
    }

    /** In the background, as the first layout takes long; an older one that comes late is left out. */
    private void lay() {
        int number = ++layoutNumber;
        List<DrawnGraph.TaskNode> of = tasks;
        boolean across = leftToRight.get();
        background.execute(() -> {
            GraphLayout made = layouts.layout(DrawnGraph.of(of), across);
            window.execute(() -> {
                if (number == layoutNumber)
                    layout.set(made);
            });
        });
    }

    /** Runs the graph by these schedulers, one after the other; earlier runs are put away. */
    public void compute(List<String> schedulers) {
        if (running.get())
            return;
        message.set("");
        picked.set(-1);
        runs.set(List.of());
        running.set(true);
        playhead.follow();
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        int count = workers.get();
        List<GraphPlan> plans;
        try {
            plans = schedulers.stream().map(name -> preset.get().build(given(name.equals("processes")))).toList();
        } catch (RuntimeException e) {
            running.set(false);
            playhead.load(0, new long[0]);
            message.set(String.valueOf(e.getMessage()));
            return;
        }
        show(plans.getLast());
        Thread.ofPlatform().daemon().name("graph runner").start(() -> {
            for (int i = 0; i < schedulers.size() && !stop.get(); i++)
                run(schedulers.get(i), plans.get(i), count, stop);
            window.execute(this::finished);
        });
    }

    private void run(String scheduler, GraphPlan plan, int count, AtomicBoolean stop) {
        Recorder recorder = new Recorder("graph", Map.of("scheduler", scheduler, "preset", preset.get().name()));
        live = new Live(scheduler, recorder);
        GraphOutcome outcome = null;
        String failure = "";
        try {
            outcome = runner.record(plan, scheduler, count, RunOptions.DEFAULT.withCancelled(stop::get), recorder)
                    .outcome();
        } catch (RuntimeException | Error e) { // an Error too must reach the person who waits
            failure = e.getMessage() == null ? e.toString() : e.getMessage();
        }
        Recording recording = recorder.snapshot();
        List<String> written = plan.graph().cull(plan.wanted()).tasks().stream().map(Task::toString).toList();
        ShownRun run = ShownRun.of(scheduler, recording, written, outcome, failure);
        live = null;
        window.execute(() -> add(run));
    }

    private void add(ShownRun run) {
        List<ShownRun> more = new ArrayList<>(runs.get().stream().filter(ShownRun::isOver).toList());
        more.add(run);
        if (run.failure().isEmpty())
            measured.add(MeasuredRun.of(run));
        runs.set(List.copyOf(more));
        if (!run.failure().isEmpty())
            message.set(run.failure());
    }

    private void finished() {
        running.set(false);
        if (runs.get().isEmpty() && cancelled.get())
            message.set("the run was cancelled");
        long length = runs.get().stream().mapToLong(ShownRun::lengthNanos).max().orElse(0);
        playhead.load(length,
                runs.get().stream().flatMapToLong(r -> java.util.Arrays.stream(r.eventTimes())).toArray());
    }

    public void cancel() {
        cancelled.set(true);
    }

    /** Lets time pass: a run that goes on is looked at again. */
    public void tick(long nanos) {
        playhead.tick(nanos);
        Live now = live;
        if (now == null || !running.get())
            return;
        Recording soFar = now.recorder().snapshot();
        if (soFar.tasks().tasks().isEmpty())
            return;
        ShownRun going = ShownRun.of(now.scheduler(), soFar, calls, null, "");
        List<ShownRun> all = new ArrayList<>(runs.get().stream().filter(ShownRun::isOver).toList());
        all.add(going);
        runs.set(List.copyOf(all));
        playhead.extend(going.lengthNanos());
    }

    /** Shows a recording of a graph. */
    public void open(String name, Recording recording) {
        ShownRun run = ShownRun.of(recording.settings().getOrDefault("scheduler", name), recording, List.of(), null,
                " ");
        measured.clear();
        tasks = run.tasks();
        calls = List.of();
        picked.set(-1);
        lay();
        runs.set(List.of(run));
        finished();
    }

    /** Picks a task, to light its lineage; -1 for none. */
    public void pick(int task) {
        picked.set(task);
    }

    /** The run that the graph shows: the last one; null before any. */
    public @Nullable ShownRun shown() {
        return runs.get().isEmpty() ? null : runs.get().getLast();
    }

    /** What this work took so far, by whomever and however it was cut. */
    public List<MeasuredRun> measured() {
        return List.copyOf(measured);
    }

    /** The schedulers that ran this work, compared; empty where fewer than two did. */
    public String compared() {
        boolean locked = preset.get().settings().stream()
                .anyMatch(setting -> setting.name().equals("lock") && setting(setting).equals("simulated"));
        return SchedulersCompared.sentence(locked, measured);
    }

    /** Tasks as they are drawn; a run may have another graph than the one before it, where it has to be portable. */
    public List<DrawnGraph.TaskNode> tasks() {
        return tasks;
    }

    /** How a task is written. */
    public String call(int task) {
        return task >= 0 && task < calls.size() ? calls.get(task) : "";
    }

    public Playhead playhead() {
        return playhead;
    }

    public ObjectProperty<GraphPreset> preset() {
        return preset;
    }

    public IntegerProperty workers() {
        return workers;
    }

    public BooleanProperty leftToRight() {
        return leftToRight;
    }

    public ReadOnlyObjectProperty<GraphLayout> layout() {
        return layout.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<ShownRun>> runs() {
        return runs.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Integer> picked() {
        return picked.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    @Override
    public void close() {
        cancel();
    }
}
