package org.stridescope.explain.graph;

import java.util.List;

/**
 * Where the boxes and lines of a {@link DrawnGraph} are, in units of which a box is {@link #BOX_HEIGHT} high, from (0, 0).
 *
 * @param boxes one for each node
 * @param lines one for each edge: x and y of its points in turn
 */
public record GraphLayout(DrawnGraph graph, List<Box> boxes, List<double[]> lines, double width, double height,
        boolean leftToRight) {
    public static final double BOX_HEIGHT = 26;

    public record Box(double x, double y, double width, double height) {
        public boolean contains(double px, double py) {
            return px >= x && px <= x + width && py >= y && py <= y + height;
        }
    }

    public static final GraphLayout EMPTY = new GraphLayout(new DrawnGraph(List.of(), List.of()), List.of(), List.of(),
            0, 0, true);

    /** The number of the node at this place; -1 where there is none. */
    public int nodeAt(double x, double y) {
        for (int node = 0; node < boxes.size(); node++) {
            if (boxes.get(node).contains(x, y))
                return node;
        }
        return -1;
    }
}
