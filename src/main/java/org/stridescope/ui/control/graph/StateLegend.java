package org.stridescope.ui.control.graph;

import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;

import org.stridescope.trace.TaskState;
import org.stridescope.ui.control.DrawnPane;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.Palette;

/** The marks and what they say; always there. */
public final class StateLegend extends DrawnPane {
    private static final String[] WORDS = {"done", "running", "ready", "waiting", "transfer", "held", "on disk"};
    private static final TaskState[] STATES = {TaskState.DONE, TaskState.RUNNING, TaskState.READY, TaskState.WAITING};
    private static final double EACH = 74;

    public StateLegend(ObservableValue<Look> look) {
        super(look);
        setMinWidth(0);
        look.subscribe(now -> {
            setPrefSize(EACH * WORDS.length * now.scale(), 22 * now.scale());
            setMaxHeight(22 * now.scale());
        });
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Look look) {
        double scale = look.scale();
        Palette palette = look.palette();
        g.setFont(look.caption());
        g.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < WORDS.length; i++) {
            double x = i * EACH * scale + 8;
            double top = height / 2 - 5 * scale;
            switch (WORDS[i]) {
                case "transfer" -> {
                    g.setFill(palette.hue(StateMark.TRANSFER_HUE));
                    g.fillRect(x - 6, height / 2 - 3 * scale, 12 * scale, 6 * scale);
                }
                case "held" -> {
                    g.setFill(palette.hue(StateMark.DONE_HUE).deriveColor(0, 1, 1, 0.75));
                    g.fillRect(x - 6, top, 12 * scale, 10 * scale);
                }
                case "on disk" -> {
                    g.setLineWidth(look.line());
                    MemoryRow.hatch(g, x - 6, top, 12 * scale, 10 * scale, palette.muted());
                }
                default -> StateMark.draw(g, STATES[i], x, height / 2, 9 * scale,
                        StateMark.colour(STATES[i], palette));
            }
            g.setFill(palette.muted());
            g.fillText(WORDS[i], x + 10 * scale, height / 2);
        }
    }
}
