package org.stridescope.explain.graph;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.elk.alg.layered.options.CrossingMinimizationStrategy;
import org.eclipse.elk.alg.layered.options.GreedySwitchType;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Layers by the Eclipse Layout Kernel (after Sugiyama, Tagawa and Toda, 1981): every line goes one way, few cross. The first
 * layout takes the better part of a second, later ones of a hundred tasks tens of milliseconds: not for the window's thread.
 */
public final class LayeredLayout {
    private static final double LETTER = 7.3;
    private static final double PADDING = 34;
    private static final double BETWEEN_LAYERS = 56;
    private static final double BETWEEN_NODES = 6;

    /** Beyond this many boxes the best order in a layer is not looked for as long. */
    private static final int MANY = 400;

    /** Lays a graph out; the same graph always the same way. */
    public GraphLayout layout(DrawnGraph graph, boolean leftToRight) {
        if (graph.nodes().isEmpty())
            return GraphLayout.EMPTY;
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new CoreOptions(),
                new LayeredMetaDataProvider());
        ElkNode root = ElkGraphUtil.createGraph();
        configure(root, leftToRight, graph.nodes().size() > MANY);
        List<ElkNode> nodes = new ArrayList<>();
        for (DrawnGraph.Node node : graph.nodes()) {
            ElkNode box = ElkGraphUtil.createNode(root);
            box.setDimensions(node.label().length() * LETTER + PADDING, GraphLayout.BOX_HEIGHT);
            nodes.add(box);
        }
        List<ElkEdge> edges = graph.edges().stream()
                .map(edge -> ElkGraphUtil.createSimpleEdge(nodes.get(edge.from()), nodes.get(edge.to()))).toList();
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        List<GraphLayout.Box> boxes = nodes.stream()
                .map(n -> new GraphLayout.Box(n.getX(), n.getY(), n.getWidth(), n.getHeight())).toList();
        return new GraphLayout(graph, boxes, edges.stream().map(LayeredLayout::points).toList(), root.getWidth(),
                root.getHeight(), leftToRight);
    }

    private static void configure(ElkNode root, boolean leftToRight, boolean many) {
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(CoreOptions.DIRECTION, leftToRight ? Direction.RIGHT : Direction.DOWN);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        root.setProperty(CoreOptions.SPACING_NODE_NODE, BETWEEN_NODES);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 3.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 1.0);
        root.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.LONGEST_PATH_SOURCE);
        root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY,
                many ? NodePlacementStrategy.SIMPLE : NodePlacementStrategy.BRANDES_KOEPF);
        root.setProperty(LayeredOptions.CROSSING_MINIMIZATION_STRATEGY, CrossingMinimizationStrategy.LAYER_SWEEP);
        root.setProperty(LayeredOptions.CROSSING_MINIMIZATION_GREEDY_SWITCH_TYPE, GreedySwitchType.OFF);
        root.setProperty(LayeredOptions.THOROUGHNESS, many ? 1 : 4);
        root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY,
                org.eclipse.elk.alg.layered.options.OrderingStrategy.NODES_AND_EDGES);
    }

    private static double[] points(ElkEdge edge) {
        ElkEdgeSection section = edge.getSections().getFirst();
        List<Double> points = new ArrayList<>();
        points.add(section.getStartX());
        points.add(section.getStartY());
        for (ElkBendPoint bend : section.getBendPoints()) {
            points.add(bend.getX());
            points.add(bend.getY());
        }
        points.add(section.getEndX());
        points.add(section.getEndY());
        return points.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
