package org.stridescope.ui.model.profile;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;
import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.Shape;

/** Differences as a table: a column of names, then one a contestant. */
final class TableScene {
    private static final double ROW = 20;
    private static final double SIZE = 11;
    private static final double NAMES = 0.24;

    private TableScene() {}

    static Scene of(List<Contestant> chosen, double width) {
        List<Shape> shapes = new ArrayList<>();
        List<String> heads = chosen.stream().map(Contestant::shortName).toList();
        row(shapes, "against " + heads.getFirst(), heads, width, 0, Role.MUTED);
        double top = ROW;
        for (Difference difference : Difference.of(chosen)) {
            shapes.add(new Shape.Box(0, top + 1, width, ROW - 2, Ink.of(Role.RAISED), ""));
            List<String> values = new ArrayList<>();
            for (int i = 0; i < chosen.size(); i++)
                values.add(difference.value(i));
            row(shapes, difference.name(), values, width, top, Role.TEXT);
            top += ROW;
        }
        return new Scene("differences", width, top, shapes);
    }

    private static void row(List<Shape> shapes, String name, List<String> values, double width, double top,
            Role role) {
        double wide = width * (1 - NAMES) / values.size();
        shapes.add(Shape.Label.at(4, top + 14, name, SIZE, role).within(width * NAMES - 8));
        for (int i = 0; i < values.size(); i++)
            shapes.add(Shape.Label.at(width * NAMES + (i + 1) * wide - 4, top + 14, values.get(i), SIZE, role).ending()
                    .within(wide - 8));
    }
}
