package org.stridescope.ui.view;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

/** Asks the user for files; empty where the user thought better of it. */
public interface FileChoices {
    /** @param patterns such as *.npy */
    Optional<Path> open(@Nullable Window owner, String title, String kind, List<String> patterns);

    Optional<Path> save(@Nullable Window owner, String title, String name, String kind, String pattern);

    /** The system's own dialogs. */
    static FileChoices dialogs() {
        return new FileChoices() {
            @Override
            public Optional<Path> open(@Nullable Window owner, String title, String kind, List<String> patterns) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.getExtensionFilters().add(new ExtensionFilter(kind, patterns));
                return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> save(@Nullable Window owner, String title, String name, String kind, String pattern) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.setInitialFileName(name);
                chooser.getExtensionFilters().add(new ExtensionFilter(kind, pattern));
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }
        };
    }
}
