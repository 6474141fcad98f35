package org.stridescope.schedule;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;
import org.stridescope.graph.Key;
import org.stridescope.graph.Operation;
import org.stridescope.graph.TaskGraph;

import static org.assertj.core.api.Assertions.assertThat;

class SpillTest {
    private static final int BLOCK = 1000;

    /** A block full of a number. */
    private static final Operation FULL = Operation.of("full", arguments -> {
        double[] values = new double[BLOCK];
        java.util.Arrays.fill(values, ((Number) arguments.getFirst()).doubleValue());
        return NDArray.of(ArrayMemory.collected(), values);
    });

    /** The sum of the first items of all blocks. */
    private static final Operation FIRSTS = Operation.of("firsts", arguments -> {
        double total = 0;
        for (Object block : (List<?>) arguments.getFirst())
            total += ((NDArray) block).buffer().getAtIndex(java.lang.foreign.ValueLayout.JAVA_DOUBLE, BLOCK - 1);
        return total;
    });

    private static Stream<Path> left() throws java.io.IOException {
        String mine = "stridescope-" + ProcessHandle.current().pid() + "-";
        return Files.list(Path.of(System.getProperty("java.io.tmpdir")))
                .filter(path -> path.getFileName().toString().startsWith(mine));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void blocksBeyondTheLimitGoToDiskAndComeBack(int workers) throws Exception {
        int blocks = 40;
        var builder = TaskGraph.builder();
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < blocks; i++)
            keys.add(builder.add(Key.of("full", i), FULL, (double) i));
        List<Key> sums = new ArrayList<>();
        Random random = new Random(workers);
        double[] expected = new double[10];
        for (int s = 0; s < expected.length; s++) {
            List<Key> some = new ArrayList<>();
            for (int n = 0; n < 5; n++) {
                int block = random.nextInt(blocks);
                expected[s] += block;
                some.add(keys.get(block));
            }
            sums.add(builder.add(Key.of("sum", s), FIRSTS, some));
        }
        sums.add(builder.add(Key.of("all"), FIRSTS, keys));
        List<TaskState> seen = new ArrayList<>();
        long limit = 10L * 8 * BLOCK;
        try (Executor executor = ThreadsExecutor.of(workers)) {
            RunResult result = Scheduler.run(builder.build(), sums, executor,
                    RunOptions.DEFAULT.withMemoryLimit(limit).withListener(new TaskListener() {
                        @Override
                        public void changed(TaskChange change) {
                            seen.add(change.to());
                        }
                    }));
            for (int s = 0; s < expected.length; s++)
                assertThat(result.value(sums.get(s))).isEqualTo(expected[s]);
            assertThat(result.value(Key.of("all"))).isEqualTo(blocks * (blocks - 1) / 2.0);
            assertThat(result.spilledBytes()).isGreaterThanOrEqualTo((blocks - 12L - workers) * 8 * BLOCK);
        }
        assertThat(seen).contains(TaskState.SPILLED);
        assertThat(left()).isEmpty();
    }

    @Test
    void viewsComeBackAsTheyWere(@TempDir Path folder) {
        NDArray whole = NDArray.of(ArrayMemory.collected(), new double[][]{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}});
        NDArray view = NDArray.over(whole.buffer(), whole.dtype(),
                org.stridescope.array.Layout.of(new long[]{2, 2}, new long[]{8, -24}, 48));
        NDArray back = SpilledArray.write(view, folder.resolve("view")).read();
        assertThat(back.getDouble(0, 0)).isEqualTo(7);
        assertThat(back.getDouble(0, 1)).isEqualTo(4);
        assertThat(back.getDouble(1, 0)).isEqualTo(8);
        assertThat(back.getDouble(1, 1)).isEqualTo(5);
        assertThat(back.layout().strides()).containsExactly(8, -24);
    }

    @Test
    void foldersOfDeadProcessesAreSweptAndThoseOfTheLivingStay(@TempDir Path parent) throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path orphan = Files.createDirectory(parent.resolve("stridescope-" + gone.pid() + "-1"));
        Files.writeString(orphan.resolve("result-1"), "left behind");
        Path other = Files.createDirectory(parent.resolve("stridescope-notes"));
        try (PrivateFolder first = PrivateFolder.in(parent); PrivateFolder second = PrivateFolder.in(parent)) {
            assertThat(first.path()).exists();
            assertThat(second.path()).exists();
        }
        assertThat(Files.list(parent)).containsExactly(other);
    }
}
