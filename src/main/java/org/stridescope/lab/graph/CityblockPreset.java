package org.stridescope.lab.graph;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.graph.Key;
import org.stridescope.graph.Operation;
import org.stridescope.graph.TaskGraph;
import org.stridescope.graph.TaskGraphBuilder;
import org.stridescope.lab.graph.GraphPreset.Setting;

/**
 * The cityblock matrix in chunks of y, one single-threaded kernel a task. Each block of columns is written to its place in the
 * result, which processes share as a file; or, where asked, a last task concatenates them.
 */
final class CityblockPreset {
    private static final int MOST = 100_000;
    private static final int WARM_CHAINS = 32;

    private CityblockPreset() {}

    static GraphPreset preset() {
        return new GraphPreset("cityblock-chunks", "a cityblock distance matrix, y cut into chunks",
                List.of(new Setting("n", "points in x and in y", "3000", "12000"), new Setting("k", "features", "50"),
                        new Setting("chunks", "of y", "12"),
                        new Setting("assembly", "write (each chunk in place) or concatenate", "write"),
                        new Setting("seed", "of the points", "1")),
                CityblockPreset::build);
    }

    private static GraphPlan build(PresetSettings settings) {
        boolean concatenate = settings.choice("assembly", List.of("write", "concatenate")).equals("concatenate");
        int n = settings.count("n", 1, MOST);
        int chunks = settings.count("chunks", 1, n);
        TaskGraphBuilder builder = TaskGraph.builder();
        int k = settings.count("k", 1, MOST);
        int seed = settings.count("seed", 0, Integer.MAX_VALUE);
        Key x = builder.add(Key.of("x"), GraphOperation.POINTS, n, k, seed);
        Key y = builder.add(Key.of("y"), GraphOperation.POINTS, n, k, seed + 1);
        List<Key> pieces = new ArrayList<>();
        for (int i = 0; i < chunks; i++) {
            long from = (long) i * n / chunks;
            long to = (i + 1L) * n / chunks;
            Key part = builder.add(Key.of("split", i), GraphOperation.SPLIT, y, from, to);
            Key piece = builder.add(Key.of("cdist", i), GraphOperation.CDIST, x, part);
            pieces.add(piece);
        }
        if (concatenate)
            return GraphPlan.of(concatenated(builder, pieces), Key.of("concatenate")).withWarmUp(small());
        Key out = builder.add(Key.of("out"), GraphOperation.EMPTY, n, n);
        List<Key> written = new ArrayList<>();
        for (int i = 0; i < chunks; i++)
            written.add(builder.add(Key.of("write", i), GraphOperation.WRITE, out, pieces.get(i),
                    (long) i * n / chunks));
        return settings.isPortable() ? writtenApart(builder, out, written) : written(builder, out, written);
    }

    private static TaskGraph concatenated(TaskGraphBuilder builder, List<Key> pieces) {
        builder.add(Key.of("concatenate"), GraphOperation.CONCATENATE, pieces);
        return builder.build();
    }

    /** Each chunk goes where it belongs as soon as it is there, while others are computed; nothing is copied at the end. */
    private static GraphPlan written(TaskGraphBuilder builder, Key out, List<Key> written) {
        Key result = builder.add(Key.of("result"), Operation.of("result", arguments -> arguments.getFirst()), out,
                written);
        return GraphPlan.of(builder.build(), result).withWarmUp(small());
    }

    /** In other processes the same: the matrix lies in a file that all map, and a task that gave it back would copy it. */
    private static GraphPlan writtenApart(TaskGraphBuilder builder, Key out, List<Key> written) {
        List<Key> wanted = new ArrayList<>(written);
        wanted.add(out);
        return new GraphPlan(builder.build(), wanted, result -> result.value(out)).withWarmUp(small());
    }

    /** So many chains that every worker gets some of each operation. */
    private static TaskGraph small() {
        TaskGraphBuilder builder = TaskGraph.builder();
        for (int i = 0; i < WARM_CHAINS; i++) {
            Key points = builder.add(Key.of("points", i), GraphOperation.POINTS, 64, 8, i);
            Key part = builder.add(Key.of("part", i), GraphOperation.SPLIT, points, 0L, 32L);
            Key piece = builder.add(Key.of("piece", i), GraphOperation.CDIST, points, part);
            builder.add(Key.of("joined", i), GraphOperation.CONCATENATE, List.of(piece, piece));
            Key room = builder.add(Key.of("room", i), GraphOperation.EMPTY, 64, 64);
            builder.add(Key.of("written", i), GraphOperation.WRITE, room, piece, 32L);
        }
        return builder.build();
    }
}
