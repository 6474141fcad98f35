package org.stridescope.ui.model.arrays;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.NDArray;
import org.stridescope.explain.layout.Variable;

/**
 * The array bench: a script that ran, the variable picked out, the place pointed at, the last write. Belongs to the window's
 * thread, which {@code ui} leads to; scripts run in the {@code background}, the last one asked for wins.
 */
public final class ArrayBenchModel {
    private final ScriptEngine engine;
    private final Executor scripts;
    private final Executor ui;
    private final WalkModel walk;
    private final ReadOnlyObjectWrapper<ScriptRun> run = new ReadOnlyObjectWrapper<>(ScriptRun.NONE);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable ShownArray> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Pointed> pointed = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Write> lastWrite = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final List<Variable> opened = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();

    /** All in one background. */
    public ArrayBenchModel(ScriptEngine engine, Executor background, Executor ui) {
        this(engine, background, background, ui);
    }

    /** {@code scripts} runs scripts, one after the other; {@code background} all that is short. */
    public ArrayBenchModel(ScriptEngine engine, Executor scripts, Executor background, Executor ui) {
        this.engine = engine;
        this.scripts = scripts;
        this.ui = ui;
        walk = new WalkModel(background, ui);
    }

    /** Runs a script; the variable shown before is shown again where it still exists, else the last one assigned. */
    public void run(String source) {
        run(source, "");
    }

    /** As {@link #run(String)}, then shows the variable of this name. */
    public void run(String source, String show) {
        int ask = asked.incrementAndGet();
        engine.stop();
        running.set(true);
        message.set("");
        scripts.execute(() -> {
            if (ask != asked.get())
                return;
            ScriptRun done = engine.run(source);
            ui.execute(() -> ran(ask, done, show));
        });
    }

    private void ran(int ask, ScriptRun done, String wanted) {
        if (ask != asked.get())
            return;
        running.set(false);
        ShownArray before = shown.get();
        run.set(done);
        List<Variable> all = variables();
        String name = !wanted.isEmpty() || before == null ? wanted : before.variable().name();
        Optional<Variable> again = all.stream().filter(v -> v.name().equals(name)).findFirst();
        show(again.orElse(all.isEmpty() ? null : all.getLast()));
        showWrites(done.writes().isEmpty() ? 0 : done.writes().getLast().line());
    }

    /** Ends the run under way; what it made until then is shown. */
    public void stop() {
        if (running.get())
            engine.stop();
    }

    /** Arrays of the last run, then those opened from files whose names the run does not use. */
    public List<Variable> variables() {
        List<Variable> all = new ArrayList<>(run.get().variables());
        for (Variable file : opened) {
            if (all.stream().noneMatch(v -> v.name().equals(file.name())))
                all.add(file);
        }
        return all;
    }

    /** Adds an array read from a file under a name and shows it. */
    public void open(String name, NDArray array) {
        opened.removeIf(v -> v.name().equals(name));
        Variable variable = new Variable(name, array);
        opened.add(variable);
        show(variable);
    }

    /** Says what did not work; empty for nothing. */
    public void say(String sentence) {
        message.set(sentence);
    }

    /** Picks a variable out by name; an unknown name changes nothing. */
    public void select(String name) {
        variables().stream().filter(v -> v.name().equals(name)).findFirst().ifPresent(this::show);
    }

    private void show(@Nullable Variable variable) {
        pointed.set(null);
        ShownArray now = variable == null ? null : new ShownArray(variable, variables());
        shown.set(now);
        walk.show(now);
    }

    /** Points at an item of the shown array. */
    public void point(long... index) {
        ShownArray now = shown.get();
        if (now == null || index.length != now.array().ndim())
            return;
        pointed.set(new Pointed(index, now.array().layout().offset(index), true));
    }

    /** Points at a byte of the buffer, and so at the first item of the shown array that covers it. */
    public void pointAtByte(long at) {
        ShownArray now = shown.get();
        if (now == null || at < 0 || at >= now.bufferBytes())
            return;
        List<long[]> items = now.map().itemsAt(at, 1);
        if (items.isEmpty())
            pointed.set(new Pointed(new long[0], at, false));
        else
            point(items.getFirst());
    }

    /** Points at nothing. */
    public void leave() {
        pointed.set(null);
    }

    /** Writes what was typed into an item of the shown array; all variables over the byte see it at once. */
    public void write(String typed, long... index) {
        ShownArray now = shown.get();
        if (now == null)
            return;
        NDArray array = now.array();
        try {
            TypedItem.write(array, typed, index);
        } catch (ArrayError e) {
            message.set(e.kind().pythonName() + ": " + e.getMessage());
            return;
        }
        message.set("");
        lastWrite.set(Write.typed(now.variable(), variables(), index));
    }

    /** Lights what a line of the last run wrote, in every variable that sees it; nothing for a line that wrote nothing. */
    public void showWrites(int line) {
        ShownArray now = shown.get();
        lastWrite.set(Write.of(line, run.get().writes(), variables(), now == null ? null : now.variable().owner()));
    }

    /** Names that may follow the text before the caret. */
    public List<String> complete(String before) {
        return engine.complete(before, run.get());
    }

    /** Seconds a script may run. */
    public double seconds() {
        return engine.seconds();
    }

    /** What a script may use, in words. */
    public String limits() {
        return engine.limits();
    }

    /** What is wrong with the syntax as it stands. */
    public Optional<ScriptFault> check(String source) {
        return engine.check(source);
    }

    public WalkModel walk() {
        return walk;
    }

    public ReadOnlyObjectProperty<ScriptRun> run() {
        return run.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable ShownArray> shown() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Pointed> pointed() {
        return pointed.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Write> lastWrite() {
        return lastWrite.getReadOnlyProperty();
    }

    /** What did not work, for the place where it was tried; empty when all is well. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }
}
