package org.stridescope.ui.model.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import org.stridescope.probe.flight.FlightError;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RecordingFile;
import org.stridescope.trace.TraceError;
import org.stridescope.trace.TraceEvent;
import org.stridescope.ui.model.Playhead;
import org.stridescope.ui.model.RecordingFiles;
import org.stridescope.ui.model.Speeds;
import org.stridescope.ui.model.timeline.Marker;
import org.stridescope.ui.model.timeline.TimelineData;
import org.stridescope.ui.model.timeline.TimelineModel;

/**
 * Recordings that are open and the one that is shown. Reading and preparing happen in the background; all else belongs to the
 * window's thread, which {@code ui} leads to.
 */
public final class ProfileModel {
    /** So many stay open; the oldest goes. */
    static final int MOST = 8;

    /** What the workbench shows of the recording. */
    public enum Pane {
        TIMELINE("Timeline"), LINES("Lines"), FLAME("Flame graph"), COMPARE("Compare"), FINDINGS("Findings");

        private final String title;

        Pane(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    private final RecordingFiles files;
    private final Executor background;
    private final Executor ui;
    private final TimelineModel timeline = new TimelineModel(new Playhead());
    private final ObservableList<OpenRecording> open = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable OpenRecording> shown = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Pane> pane = new SimpleObjectProperty<>(Pane.TIMELINE);
    /** Of recordings that are open and not shown. */
    private final Map<TimelineData, List<Marker>> markers = new IdentityHashMap<>();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();

    public ProfileModel(RecordingFiles files, Executor background, Executor ui) {
        this.files = files;
        this.background = background;
        this.ui = ui;
    }

    /** Opens a recording and shows it; a file that cannot be read leaves what is shown and says why. */
    public void open(Path file) {
        String name = String.valueOf(file.getFileName());
        read(name, () -> files.read(file));
    }

    /** As {@link #open}, for a recording that comes from elsewhere, such as the example. */
    public void read(String name, Callable<RecordingFile.Opened> source) {
        reading.set(true);
        message.set("");
        background.execute(() -> {
            try {
                RecordingFile.Opened opened = source.call();
                OpenRecording prepared = OpenRecording.of(name, opened.recording());
                ui.execute(() -> {
                    reading.set(false);
                    add(prepared);
                    show(prepared);
                    if (!opened.note().isEmpty())
                        message.set(opened.note() + ".");
                });
            } catch (Exception error) {
                ui.execute(() -> {
                    reading.set(false);
                    message.set(error instanceof TraceError || error instanceof FlightError
                            ? sentence(error)
                            : name + " cannot be opened: " + sentence(error));
                });
            }
        });
    }

    /** Takes a recording that the program has just made; shows it when asked to, or when nothing else is shown. */
    public void take(String name, Recording recording, boolean show) {
        take(name, recording, show ? this::show : prepared -> {
            if (shown.get() == null)
                show(prepared);
        });
    }

    private void take(String name, Recording recording, Consumer<OpenRecording> then) {
        for (OpenRecording known : open)
            if (known.recording() == recording) {
                then.accept(known);
                return;
            }
        background.execute(() -> {
            OpenRecording prepared = OpenRecording.of(name, recording);
            ui.execute(() -> {
                add(prepared);
                then.accept(prepared);
            });
        });
    }

    private void add(OpenRecording recording) {
        open.removeIf(known -> known.name().equals(recording.name()) && known != shown.get());
        open.addFirst(recording);
        for (int i = open.size() - 1; i > 0 && open.size() > MOST; i--)
            if (open.get(i) != shown.get())
                markers.remove(open.remove(i).data());
    }

    /** Shows one of those that are open. */
    public void show(OpenRecording recording) {
        if (shown.get() == recording)
            return;
        OpenRecording before = shown.get();
        if (before != null)
            markers.put(before.data(), List.copyOf(timeline.markers()));
        shown.set(recording);
        timeline.load(recording.data());
        List<Marker> kept = markers.remove(recording.data());
        if (kept != null)
            timeline.markers().setAll(kept);
        timeline.playhead().setSpeed(Speeds.fitting(recording.data().length()));
    }

    /** The markers of an open recording: those that the user has put, or those that it came with. */
    List<Marker> markersOf(TimelineData data) {
        if (timeline.data().get() == data)
            return List.copyOf(timeline.markers());
        List<Marker> kept = markers.get(data);
        return kept == null ? Marker.of(data.recording()) : kept;
    }

    /** Writes what is shown, with its markers; the message says where, or why not. */
    public void save(Path file) {
        OpenRecording now = shown.get();
        if (now == null)
            return;
        Recording marked = now.recording().withMarks(timeline.markers().stream()
                .map(marker -> new TraceEvent.Mark(marker.nanos(), marker.name())).toList());
        background.execute(() -> {
            try {
                files.write(marked, file);
                ui.execute(() -> message.set("The recording is in " + file + "."));
            } catch (IOException | RuntimeException error) {
                ui.execute(() -> message.set(file.getFileName() + " cannot be written: " + sentence(error)));
            }
        });
    }

    /** Says something about the workbench as a whole; empty takes it back. */
    public void say(String text) {
        message.set(text);
    }

    private static String sentence(Throwable error) {
        String text = error.getMessage();
        return text == null || text.isBlank()
                ? "something went wrong inside (" + error.getClass().getSimpleName() + ")."
                : text;
    }

    public TimelineModel timeline() {
        return timeline;
    }

    /** Latest first. */
    public ObservableList<OpenRecording> open() {
        return open;
    }

    public ReadOnlyObjectProperty<@Nullable OpenRecording> shown() {
        return shown.getReadOnlyProperty();
    }

    public ObjectProperty<Pane> pane() {
        return pane;
    }

    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** Whether a file is being read. */
    public ReadOnlyBooleanProperty reading() {
        return reading.getReadOnlyProperty();
    }
}
