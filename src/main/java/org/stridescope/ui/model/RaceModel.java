package org.stridescope.ui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.LongStream;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import org.stridescope.lab.DistanceExperiment;
import org.stridescope.lab.LabError;
import org.stridescope.lab.Race;
import org.stridescope.lab.RaceResult;
import org.stridescope.lab.RaceRunner;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RecordingFile;
import org.stridescope.trace.RunTrace;
import org.stridescope.trace.TraceError;

/**
 * The race that is on screen: none, running, or over and replayed. Commands may come at any moment; those that do not fit the
 * state do nothing. All of it belongs to the window's thread, which {@code ui} leads to.
 */
public final class RaceModel implements AutoCloseable {
    /** EMPTY: nothing to see yet. SHOWN: a finished or reopened recording, to be replayed. */
    public enum State {
        EMPTY, RUNNING, CANCELLING, SHOWN
    }

    private final RaceRunner runner;
    private final RecordingFiles files;
    private final Executor background;
    private final Executor ui;
    private final Playhead playhead = new Playhead();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.EMPTY);
    private final ReadOnlyObjectWrapper<@Nullable ShownRecording> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<RaceResult.Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> columns = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper cost = new ReadOnlyStringWrapper("");
    private @Nullable Race race;
    private @Nullable RaceFeed feed;
    /** Chosen, shown, and not yet started. */
    private @Nullable DistanceExperiment waiting;
    private int framesFirst;
    private int framesLeft;

    public RaceModel(RaceRunner runner, RecordingFiles files, Executor background, Executor ui) {
        this.runner = runner;
        this.files = files;
        this.background = background;
        this.ui = ui;
    }

    /** Starts a race and follows it; does nothing while one runs. */
    public void run(DistanceExperiment experiment) {
        if (isBusy())
            return;
        message.set("");
        rows.set(List.of());
        shown.set(null);
        columns.set(experiment.variants());
        playhead.follow();
        state.set(State.RUNNING);
        waiting = experiment;
        framesLeft = framesFirst;
        if (framesLeft == 0)
            start();
    }

    /** Lets so many frames pass between showing the columns of a race and starting it: building them takes a processor. */
    public void startAfter(int frames) {
        framesFirst = frames;
    }

    /** A frame has passed. */
    public void frame() {
        if (waiting != null && --framesLeft <= 0)
            start();
    }

    private void start() {
        DistanceExperiment experiment = waiting;
        waiting = null;
        if (experiment == null)
            return;
        background.execute(() -> {
            try {
                Race started = runner.start(experiment);
                ui.execute(() -> watch(started));
            } catch (LabError error) {
                ui.execute(() -> failed(error));
            }
        });
    }

    /** Asks the running race to stop; does nothing when none runs. */
    public void cancel() {
        if (state.get() != State.RUNNING)
            return;
        state.set(State.CANCELLING);
        if (race != null)
            race.cancel();
    }

    /** Shows a recording from disk; a file that cannot be read leaves what is shown and says why. */
    public void open(Path file) {
        if (isBusy()) {
            message.set("A race is running: wait for its end or cancel it, then open " + file.getFileName() + ".");
            return;
        }
        background.execute(() -> {
            try {
                RecordingFile.Opened opened = files.read(file);
                ShownRecording read = ShownRecording.of(opened.recording());
                ui.execute(() -> {
                    if (!isBusy())
                        reopened(file, read, opened.note());
                });
            } catch (IOException | RuntimeException error) {
                ui.execute(() -> message.set(named(file, " cannot be opened: ", error)));
            }
        });
    }

    /** Writes what is shown; the message says where, or why not. */
    public void save(Path file) {
        ShownRecording now = shown.get();
        if (now == null || isBusy())
            return;
        background.execute(() -> {
            try {
                files.write(now.recording(), file);
                ui.execute(() -> message.set("The recording is in " + file + "."));
            } catch (IOException | RuntimeException error) {
                ui.execute(() -> message.set(named(file, " cannot be written: ", error)));
            }
        });
    }

    /** Says something about the race as a whole; empty takes it back. */
    public void say(String text) {
        message.set(text);
    }

    /** What the panes draw; null while there is nothing. */
    public @Nullable RaceMoment moment() {
        ShownRecording now = shown.get();
        if (now == null)
            return null;
        return new RaceMoment(now.recording(), playhead.following().get(), playhead.time().get());
    }

    public boolean isBusy() {
        return state.get() == State.RUNNING || state.get() == State.CANCELLING;
    }

    @Override
    public void close() {
        cancel();
        if (feed != null)
            feed.close();
    }

    private void watch(Race started) {
        race = started;
        if (state.get() == State.CANCELLING)
            started.cancel();
        feed = new RaceFeed(started, ui, this::update);
        started.result().whenCompleteAsync((result, error) -> {
            if (result == null)
                ui.execute(() -> failed(error));
            else {
                ShownRecording last = ShownRecording.of(result.recording());
                ui.execute(() -> finished(last, result.rows()));
            }
        }, background);
    }

    private void update(ShownRecording now, String samplingCost) {
        if (!isBusy())
            return;
        shown.set(now);
        cost.set(samplingCost);
        playhead.extend(RaceMoment.live(now.recording()).longest());
    }

    private void finished(ShownRecording last, List<RaceResult.Row> results) {
        unwatch();
        shown.set(last);
        rows.set(List.copyOf(results));
        load(last.recording());
        state.set(State.SHOWN);
    }

    private void reopened(Path file, ShownRecording read, String note) {
        if (read.recording().runs().isEmpty()) {
            message.set(file.getFileName() + " holds no race: it records the experiment "
                    + read.recording().experiment() + ".");
            return;
        }
        message.set(note.isEmpty() ? "" : note + ".");
        columns.set(read.recording().runs().stream().map(RunTrace::variant).distinct().toList());
        finished(read, ResultRows.of(read.recording()));
    }

    private void failed(Throwable error) {
        unwatch();
        message.set(sentence(error));
        ShownRecording seen = shown.get();
        if (seen == null || seen.recording().runs().isEmpty()) {
            shown.set(null);
            columns.set(List.of());
            playhead.load(0, new long[0]);
            state.set(State.EMPTY);
        } else {
            finished(seen, ResultRows.of(seen.recording()));
        }
    }

    private void unwatch() {
        if (feed != null)
            feed.close();
        feed = null;
        race = null;
    }

    private void load(Recording recording) {
        long[] events = recording.runs().stream()
                .flatMapToLong(run -> LongStream.concat(
                        run.tiles().stream().mapToLong(tile -> tile.nanos() - run.startNanos()),
                        LongStream.of(run.durationNanos())))
                .toArray();
        playhead.load(new RaceMoment(recording, false, 0).span(), events);
    }

    private static String named(Path file, String what, Exception error) {
        return error instanceof TraceError ? sentence(error) : file.getFileName() + what + sentence(error);
    }

    private static String sentence(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        String text = cause.getMessage();
        return text == null || text.isBlank()
                ? "something went wrong inside (" + cause.getClass().getSimpleName() + ")."
                : text;
    }

    public Playhead playhead() {
        return playhead;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable ShownRecording> shown() {
        return shown.getReadOnlyProperty();
    }

    /** How often it is sampled and what that costs; empty before the first race. */
    public ReadOnlyStringProperty cost() {
        return cost.getReadOnlyProperty();
    }

    /** One row a variant once the race is over. */
    public ReadOnlyObjectProperty<List<RaceResult.Row>> rows() {
        return rows.getReadOnlyProperty();
    }

    /** The variants side by side, in the order they run. */
    public ReadOnlyObjectProperty<List<String>> columns() {
        return columns.getReadOnlyProperty();
    }

    /** A sentence about the race as a whole; empty when there is nothing to say. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }
}
