package org.stridescope.ui.model.arrays;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;
import org.stridescope.explain.layout.Variable;
import org.stridescope.io.ArrayFiles;
import org.stridescope.script.ScriptLimits;

import static org.assertj.core.api.Assertions.assertThat;

class OpenedArraysTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    Path folder;
    private final SessionEngine engine = new SessionEngine(2, ScriptLimits.DEFAULT);
    private final ArrayBenchModel model = new ArrayBenchModel(engine, Runnable::run, Runnable::run);
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final OpenedArrays files = new OpenedArrays(model, background::add, Runnable::run);

    private Path archive() {
        Path file = folder.resolve("two.npz");
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        arrays.put("a", NDArray.of(ArrayMemory.collected(), new double[][]{{1, 2}}));
        arrays.put("b 2", NDArray.of(ArrayMemory.collected(), new double[][]{{3}}));
        ArrayFiles.writeArchive(arrays, file);
        return file;
    }

    private void read() {
        Objects.requireNonNull(background.poll()).run();
    }

    @Test
    void everyArrayOfAnArchiveBecomesAVariableAndTheFirstIsShown() {
        files.open(archive());
        assertThat(files.progress().get()).startsWith("opening two.npz");
        assertThat(model.variables()).as("nothing before it is read").isEmpty();
        read();
        assertThat(files.progress().get()).isEmpty();
        assertThat(model.variables()).extracting(Variable::name).containsExactlyInAnyOrder("a", "b_2");
        assertThat(Objects.requireNonNull(model.shown().get()).variable().name()).isEqualTo("a");
    }

    @Test
    void whatIsCancelledOrReplacedIsNotShown() {
        files.open(archive());
        files.cancel();
        read();
        assertThat(model.variables()).isEmpty();
        assertThat(files.progress().get()).isEmpty();
        Path other = folder.resolve("c-1.npy");
        ArrayFiles.write(NDArray.of(ArrayMemory.collected(), new double[][]{{9}}), other);
        files.open(archive());
        files.open(other);
        read();
        read();
        assertThat(model.variables()).extracting(Variable::name).containsExactly("c_1");
    }

    @Test
    void whatCannotBeReadIsSaidWhereItWasTried() {
        files.open(folder.resolve("missing.npy"));
        read();
        assertThat(model.message().get()).contains("missing.npy");
        assertThat(files.progress().get()).isEmpty();
    }
}
