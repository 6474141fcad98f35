package org.stridescope.export.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A part of a scene, in pixels from its upper left corner. Later shapes lie on earlier ones. */
public sealed interface Shape {

    /** A filled rectangle; {@code tip} says what it stands for where somebody points at it, and may be empty. */
    record Box(double x, double y, double width, double height, Ink fill, String tip) implements Shape {}

    /**
     * Bars side by side, {@code step} wide each, the first one's left edge at {@code left}; bar {@code i} goes from
     * {@code bottom - from[i]} up to {@code bottom - to[i]}. None where {@code to[i]} is not above {@code from[i]}.
     *
     * @param inks one a bar, or one for all
     */
    record Bars(double left, double bottom, double step, float[] from, float[] to, Ink[] inks) implements Shape {
        public Ink ink(int bar) {
            return inks.length == 1 ? inks[0] : inks[bar];
        }

        /** The same as polygons: neighbours of one colour together. */
        public List<Area> areas() {
            List<Area> areas = new ArrayList<>();
            for (int i = 0; i < to.length;) {
                int end = i;
                while (end < to.length && to[end] > from[end] && ink(end).equals(ink(i)))
                    end++;
                if (end > i)
                    areas.add(area(i, end));
                i = Math.max(i + 1, end);
            }
            return areas;
        }

        private Area area(int first, int end) {
            double[] x = new double[4 * (end - first)];
            double[] y = new double[x.length];
            int n = 0;
            for (int i = first; i < end; i++)
                n = step(x, y, n, i, i + 1, bottom - to[i]);
            for (int i = end - 1; i >= first; i--)
                n = step(x, y, n, i + 1, i, bottom - from[i]);
            return new Area(Arrays.copyOf(x, n), Arrays.copyOf(y, n), ink(first));
        }

        /** A level edge; one that goes on at the same height makes the last one longer. */
        private int step(double[] x, double[] y, int n, int start, int end, double height) {
            if (n >= 2 && y[n - 1] == height && y[n - 2] == height && x[n - 1] == left + start * step) {
                x[n - 1] = left + end * step;
                return n;
            }
            x[n] = left + start * step;
            x[n + 1] = left + end * step;
            y[n] = height;
            y[n + 1] = height;
            return n + 2;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bars that && left == that.left && bottom == that.bottom && step == that.step
                    && Arrays.equals(from, that.from) && Arrays.equals(to, that.to)
                    && Arrays.equals(inks, that.inks);
        }

        @Override
        public int hashCode() {
            return Objects.hash(left, bottom, step, Arrays.hashCode(to));
        }
    }

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
    record Label(double x, double y, String text, double size, Ink ink, Anchor anchor, Face face, double most)
            implements
                Shape {
        /** Text that begins at a place. */
        public static Label at(double x, double y, String text, double size, Role role) {
            return new Label(x, y, text, size, Ink.of(role), Anchor.START, Face.WORDS, Double.MAX_VALUE);
        }

        /** The same text within so many pixels. */
        public Label within(double pixels) {
            return new Label(x, y, text, size, ink, anchor, face, pixels);
        }

        /** The same text ending where it began. */
        public Label ending() {
            return new Label(x, y, text, size, ink, Anchor.END, face, most);
        }

        /** The same in bold. */
        public Label strong() {
            return new Label(x, y, text, size, ink, anchor, Face.STRONG, most);
        }
    }

    /** Which part of a text lies at its place. */
    enum Anchor {
        START, MIDDLE, END
    }

    /** The same shape elsewhere. */
    default Shape moved(double right, double down) {
        return switch (this) {
            case Box b -> new Box(b.x + right, b.y + down, b.width, b.height, b.fill, b.tip);
            case Bars b -> new Bars(b.left + right, b.bottom + down, b.step, b.from, b.to, b.inks);
            case Area a -> new Area(plus(a.x, right), plus(a.y, down), a.fill);
            case Stroke s -> new Stroke(plus(s.x, right), plus(s.y, down), s.ink, s.width);
            case Label l -> new Label(l.x + right, l.y + down, l.text, l.size, l.ink, l.anchor, l.face, l.most);
        };
    }

    private static double[] plus(double[] values, double more) {
        return Arrays.stream(values).map(value -> value + more).toArray();
    }
}
