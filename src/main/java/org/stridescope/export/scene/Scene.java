package org.stridescope.export.scene;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture, so many pixels wide and high.
 *
 * @param title what it shows, for those who do not see it
 */
public record Scene(String title, double width, double height, List<Shape> shapes) {
    public Scene {
        shapes = List.copyOf(shapes);
    }

    /** Scenes under one another, with a gap between them. */
    public static Scene column(String title, double gap, List<Scene> scenes) {
        List<Shape> shapes = new ArrayList<>();
        double top = 0;
        double width = 0;
        for (Scene scene : scenes) {
            for (Shape shape : scene.shapes())
                shapes.add(shape.moved(0, top));
            top += scene.height() + gap;
            width = Math.max(width, scene.width());
        }
        return new Scene(title, width, Math.max(1, top - gap), shapes);
    }

    /** The same with a margin all around. */
    public Scene framed(double margin) {
        return new Scene(title, width + 2 * margin, height + 2 * margin,
                shapes.stream().map(shape -> shape.moved(margin, margin)).toList());
    }
}
