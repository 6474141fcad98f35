package org.stridescope.ui.model.profile;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.explain.lines.LineRow;
import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;
import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.Shape;

/** Lines of source as a table, in the order in which they are given, each row with a bar as long as its share. */
public final class LinesScene {
    private static final double ROW = 20;
    private static final double SIZE = 11;
    private static final String[] HEADS = {"line", "function", "language", "self time", "share", "hits", "allocated",
            "freed", "copies"};
    /** Where columns of words begin and columns of figures end, shares of the width. */
    private static final double[] AT = {0.005, 0.28, 0.46, 0.62, 0.69, 0.76, 0.86, 0.94, 0.995};
    private static final int WORDS = 3;

    private LinesScene() {}

    public static Scene of(List<LineRow> all, double width, int most) {
        List<Shape> shapes = new ArrayList<>();
        cells(shapes, HEADS, width, 0, Role.MUTED);
        List<LineRow> rows = all.subList(0, Math.min(most, all.size()));
        double largest = rows.stream().mapToDouble(LineRow::share).filter(s -> !Double.isNaN(s)).max().orElse(1);
        double top = ROW;
        for (LineRow row : rows) {
            shapes.add(new Shape.Box(0, top + 1, width, ROW - 2, Ink.of(Role.RAISED), ""));
            double part = largest <= 0 || Double.isNaN(row.share()) ? 0 : row.share() / largest;
            if (part > 0)
                shapes.add(new Shape.Box(0, top + 1, width * AT[1] * 0.98 * part, ROW - 2,
                        Ink.mixed(Role.RAISED, Role.HUE_1, 0.2 + 0.35 * part), LineWords.share(row.share())));
            cells(shapes, new String[]{LineWords.place(row), LineWords.function(row), LineWords.language(row),
                    LineWords.self(row.selfNanos()), LineWords.share(row.share()), LineWords.hits(row.hits()),
                    LineWords.bytes(row.allocatedBytes()),
                    LineWords.bytes(row.freedBytes()), LineWords.copies(row.copies())}, width, top, Role.TEXT);
            top += ROW;
        }
        if (rows.size() < all.size()) {
            shapes.add(Shape.Label.at(0, top + 14, all.size() - rows.size() + " more lines", SIZE, Role.MUTED));
            top += ROW;
        }
        return new Scene("the " + rows.size() + " first lines", width, top, shapes);
    }

    private static void cells(List<Shape> shapes, String[] cells, double width, double top, Role role) {
        for (int i = 0; i < cells.length; i++) {
            double room = width * (i < WORDS ? AT[i + 1] - AT[i] - 0.01 : AT[i] - AT[i - 1] - 0.01);
            if (i == WORDS - 1)
                room = width * 0.08;
            Shape.Label label = Shape.Label.at(width * AT[i], top + 14, cells[i], SIZE, role).within(room);
            shapes.add(i < WORDS ? label : label.ending());
        }
    }
}
