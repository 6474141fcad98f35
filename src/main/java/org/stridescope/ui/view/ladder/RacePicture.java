package org.stridescope.ui.view.ladder;

import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.GraphicsContext;

import org.stridescope.kernel.worker.RaceLesson.RaceRun;
import org.stridescope.ui.control.DrawnPane;
import org.stridescope.ui.control.Look;

/** The result of one run, each item that came out wrong in red. */
final class RacePicture extends DrawnPane {
    private final boolean[] wrong;
    private final int side;

    RacePicture(ObservableValue<Look> look, RaceRun run, int side) {
        super(look);
        this.wrong = run.wrongItems();
        this.side = side;
        look.subscribe(now -> setPrefSize(130 * now.scale(), 130 * now.scale()));
        setMinSize(60, 60);
        setAccessibleText(run.wrong() + " of " + wrong.length + " items are wrong");
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Look now) {
        double cell = Math.min(width, height) / side;
        g.setFill(now.palette().raised());
        g.fillRect(0, 0, cell * side, cell * side);
        g.setFill(now.palette().danger());
        for (int i = 0; i < wrong.length; i++) {
            if (wrong[i])
                g.fillRect(i % side * cell, (double) (i / side) * cell, Math.ceil(cell), Math.ceil(cell));
        }
    }
}
