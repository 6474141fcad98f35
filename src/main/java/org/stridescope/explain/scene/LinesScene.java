package org.stridescope.explain.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.stridescope.explain.lines.LineCosts;
import org.stridescope.explain.lines.LineRow;
import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;
import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.Shape;

/** The costliest lines of source as a table, each row with a bar as long as its share. */
public final class LinesScene {
    private static final double ROW = 19;

    private LinesScene() {}

    public static Scene of(LineCosts costs, double width, int most) {
        List<Shape> shapes = new ArrayList<>();
        double seconds = width * 0.68;
        double share = width * 0.76;
        double hits = width * 0.86;
        head(shapes, 0, "line", false);
        head(shapes, width * 0.42, "function", false);
        head(shapes, seconds, "self time", true);
        head(shapes, share, "share", true);
        head(shapes, hits, "hits", true);
        head(shapes, width, "allocated", true);
        double top = ROW;
        List<LineRow> rows = costs.rows().subList(0, Math.min(most, costs.rows().size()));
        double largest = rows.stream().mapToDouble(LineRow::share).max().orElse(1);
        for (LineRow row : rows) {
            shapes.add(new Shape.Box(0, top + 1, width, ROW - 2, Ink.of(Role.RAISED), ""));
            double strength = largest <= 0 ? 0 : row.share() / largest;
            shapes.add(new Shape.Box(0, top + 1, width * 0.4 * strength, ROW - 2,
                    new Ink(Role.HEAT, 0.15 + 0.25 * strength), ""));
            double y = top + 13;
            String where = row.line() > 0 ? row.file() + ":" + row.line() : row.file();
            shapes.add(Shape.Label.at(4, y, where, 11, Role.TEXT).within(width * 0.41));
            shapes.add(Shape.Label.at(width * 0.42, y, row.function(), 11, Role.MUTED).within(width * 0.19));
            shapes.add(number(seconds, y, String.format(Locale.ROOT, "%.3f s", row.selfNanos() / 1e9)));
            shapes.add(number(share, y, String.format(Locale.ROOT, "%.1f %%", 100 * row.share())));
            shapes.add(number(hits, y, row.hits() < 0 ? "\u2013" : Long.toString(row.hits())));
            shapes.add(number(width, y, bytes(row.allocatedBytes())));
            top += ROW;
        }
        return new Scene("the " + rows.size() + " costliest lines", width, top, shapes);
    }

    private static void head(List<Shape> shapes, double x, String text, boolean ending) {
        Shape.Label label = Shape.Label.at(x, 12, text, 10, Role.MUTED);
        shapes.add(ending ? label.ending() : label);
    }

    private static Shape number(double x, double y, String text) {
        return Shape.Label.at(x - 2, y, text, 11, Role.TEXT).ending();
    }

    private static String bytes(long bytes) {
        return bytes == 0 ? "\u2013" : String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20));
    }
}
