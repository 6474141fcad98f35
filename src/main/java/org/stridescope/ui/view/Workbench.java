package org.stridescope.ui.view;

import java.nio.file.Path;
import java.util.List;

import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.input.KeyEvent;

import org.kordamp.ikonli.Ikon;

/**
 * A screen behind one entry of the rail. The shell shows one at a time, gives it the clock while it is shown, and asks it what
 * belongs into the title bar and the menu bar. All calls are on the window's thread.
 */
public interface Workbench extends AutoCloseable {
    /** A word for settings and tests: distance. */
    String id();

    /** Under the icon in the rail: Distance. */
    String shortName();

    /** In the title bar: Distance lab. */
    String title();

    Ikon icon();

    Node content();

    /** At most four, the main one last. */
    List<Action> actions();

    /** Its own entries of the menu File, then menus of its own. */
    WorkbenchMenus menus();

    /** What is true of it right now, for the left of the status line. */
    List<String> facts();

    /** Wall time has passed: the only clock that a screen may use. */
    void tick(long nanos);

    /** A key that nothing under the focus wanted; consumed when used. */
    void key(KeyEvent event);

    /** Whether a file of this name is for this workbench. */
    boolean opens(Path file);

    void open(Path file);

    /** Takes what brings this screen to the front, for when it has something to show that the user asked for elsewhere. */
    default void onWanted(Runnable show) {
        // most screens are asked for by the rail alone
    }

    /** Folds the settings away or brings them back. */
    void showSettings(boolean shown);

    /** A run that closing the window would lose: what to ask; empty when there is none. */
    String unfinished();

    @Override
    void close();

    /**
     * @param file entries of the menu File
     * @param own whole menus
     */
    record WorkbenchMenus(List<javafx.scene.control.MenuItem> file, List<Menu> own) {}
}
