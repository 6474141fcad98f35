package org.stridescope.ui.view.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import org.stridescope.trace.Recording;
import org.stridescope.ui.model.graph.GraphBenchModel;
import org.stridescope.ui.model.graph.ShownRun;
import org.stridescope.ui.view.WindowContext;
import org.stridescope.ui.view.Workbench.WorkbenchMenus;

/** Runs of graphs kept as recordings, and opened again to be replayed; files are read and written in the background. */
final class GraphFiles {
    private final WindowContext context;
    private final GraphBenchModel model;
    private final Node content;
    private final Consumer<String> say;

    GraphFiles(WindowContext context, GraphBenchModel model, Node content, Consumer<String> say) {
        this.context = context;
        this.model = model;
        this.content = content;
        this.say = say;
    }

    WorkbenchMenus menus() {
        MenuItem open = new MenuItem("Open a recorded graph\u2026");
        open.setOnAction(_ -> context.choices().open(owner(), "Open a recorded graph", "Recordings", List.of("*.ssrec"))
                .ifPresent(this::open));
        MenuItem save = new MenuItem("Save the run shown\u2026");
        save.setOnAction(_ -> save());
        return new WorkbenchMenus(List.of(open, save), List.of());
    }

    private @Nullable Window owner() {
        return content.getScene() == null ? null : content.getScene().getWindow();
    }

    /** Shows a recording's graph; a sentence where there is none in it. */
    void open(Path file) {
        if (model.running().get()) {
            say.accept("A graph is being computed: cancel it first, then open " + file.getFileName() + ".");
            return;
        }
        later(() -> context.files().read(file).recording(), recording -> {
            if (recording.tasks().tasks().isEmpty())
                say.accept(file.getFileName() + " has no tasks: open it in the profile bench.");
            else
                model.open(String.valueOf(file.getFileName()), recording);
        });
    }

    private void save() {
        ShownRun run = model.shown();
        if (run == null || model.running().get()) {
            say.accept("There is no run to save yet: compute the graph first.");
            return;
        }
        context.choices().save(owner(), "Save the run", "graph.ssrec", "Recordings", "*.ssrec")
                .ifPresent(file -> later(() -> {
                    context.files().write(run.recording(), file);
                    return run.recording();
                }, (Recording _) -> say.accept("Saved as " + file + ".")));
    }

    private <T> void later(Callable<T> work, Consumer<T> then) {
        context.background().execute(() -> {
            try {
                T done = work.call();
                Platform.runLater(() -> then.accept(done));
            } catch (IOException | RuntimeException e) {
                Platform.runLater(() -> say.accept(String.valueOf(e.getMessage())));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
