package org.stridescope.export.scene;

import java.util.Arrays;
import java.util.Objects;

/** A part of a scene, in pixels from its upper left corner. Later shapes lie on earlier ones. */
public sealed interface Shape {

    /** A filled rectangle; {@code tip} says what it stands for where somebody points at it, and may be empty. */
    record Box(double x, double y, double width, double height, Ink fill, String tip) implements Shape {}

    /** A filled polygon through points (x[i], y[i]), closed. */
    record Area(double[] x, double[] y, Ink fill) implements Shape {
        @Override
        public boolean equals(Object other) {
            return other instanceof Area that && fill.equals(that.fill) && Arrays.equals(x, that.x)
                    && Arrays.equals(y, that.y);
        }

        @Override
        public int hashCode() {
            return Objects.hash(fill, Arrays.hashCode(x), Arrays.hashCode(y));
        }
    }

    /** A line through points (x[i], y[i]), so many pixels wide. */
    record Stroke(double[] x, double[] y, Ink ink, double width) implements Shape {
        /** From one point to another. */
        public static Stroke of(double x1, double y1, double x2, double y2, Ink ink, double width) {
            return new Stroke(new double[]{x1, x2}, new double[]{y1, y2}, ink, width);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Stroke that && width == that.width && ink.equals(that.ink)
                    && Arrays.equals(x, that.x) && Arrays.equals(y, that.y);
        }

        @Override
        public int hashCode() {
            return Objects.hash(ink, width, Arrays.hashCode(x), Arrays.hashCode(y));
        }
    }

    /**
     * A line of text.
     *
     * @param x where its anchor is
     * @param y its base line
     * @param size of the font, pixels
     * @param most pixels that it may take; a painter cuts what is longer
     */
    record Label(double x, double y, String text, double size, Ink ink, Anchor anchor, boolean bold, double most)
            implements
                Shape {
        /** Text that begins at a place. */
        public static Label at(double x, double y, String text, double size, Role role) {
            return new Label(x, y, text, size, Ink.of(role), Anchor.START, false, Double.MAX_VALUE);
        }

        /** The same text within so many pixels. */
        public Label within(double pixels) {
            return new Label(x, y, text, size, ink, anchor, bold, pixels);
        }

        /** The same text ending where it began. */
        public Label ending() {
            return new Label(x, y, text, size, ink, Anchor.END, bold, most);
        }

        /** The same in bold. */
        public Label strong() {
            return new Label(x, y, text, size, ink, anchor, true, most);
        }
    }

    /** Which end of a text lies at its place. */
    enum Anchor {
        START, END
    }

    /** The same shape elsewhere. */
    default Shape moved(double right, double down) {
        return switch (this) {
            case Box b -> new Box(b.x + right, b.y + down, b.width, b.height, b.fill, b.tip);
            case Area a -> new Area(plus(a.x, right), plus(a.y, down), a.fill);
            case Stroke s -> new Stroke(plus(s.x, right), plus(s.y, down), s.ink, s.width);
            case Label l -> new Label(l.x + right, l.y + down, l.text, l.size, l.ink, l.anchor, l.bold, l.most);
        };
    }

    private static double[] plus(double[] values, double more) {
        return Arrays.stream(values).map(value -> value + more).toArray();
    }
}
