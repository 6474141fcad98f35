package org.stridescope.io.hdf5;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.io.IoError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Files that h5py wrote (resources/hdf5/generate.py), read whole and block by block. */
class Hdf5FileTest {
    private static final Path FILES = Path.of("src/test/resources/hdf5");
    private final ArrayMemory memory = ArrayMemory.collected();

    @Test
    void everyTypeInBothByteOrders() {
        try (Hdf5File file = Hdf5File.open(FILES.resolve("types.h5"))) {
            List<String> arrays = file.names().stream().filter(name -> name.contains("tle/") || name.contains("big/"))
                    .toList();
            assertThat(arrays).hasSize(22);
            for (String name : arrays)
                assertFormula(file.dataset(name).readAll(memory), name);
        }
    }

    @Test
    void booleansScalarsAndArraysWithoutItems() {
        try (Hdf5File file = Hdf5File.open(FILES.resolve("types.h5"))) {
            NDArray flags = file.dataset("flags").readAll(memory);
            assertThat(flags.dtype()).isEqualTo(DType.BOOL);
            assertThat(flags.shape()).containsExactly(4, 3);
            for (long i = 0; i < 12; i++)
                assertThat(flags.getLong(i / 3, i % 3)).isEqualTo(i * 7919 % 251 % 2);
            assertThat(file.dataset("/scalar").readAll(memory).getDouble()).isEqualTo(-100);
            assertThat(file.dataset("empty").readAll(memory).shape()).containsExactly(0, 3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"storages.h5", "storages-latest.h5"})
    void everyStorage(String name) {
        try (Hdf5File file = Hdf5File.open(FILES.resolve(name))) {
            assertThat(file.names()).hasSize(25);
            for (String dataset : file.names()) {
                if (!dataset.contains("written"))
                    assertFormula(file.dataset(dataset).readAll(memory), dataset);
            }
            assertThat(file.dataset("gzip-shuffle").storage()).isEqualTo("chunked (5, 8), shuffle, gzip");
            assertThat(file.dataset("contiguous").storage()).isEqualTo("contiguous");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"contiguous", "chunked-big", "gzip-shuffle", "lzf", "gzip-shuffle-checksum", "growing"})
    void everyBlock(String name) {
        try (Hdf5File file = Hdf5File.open(FILES.resolve("storages.h5"))) {
            Hdf5Dataset dataset = file.dataset(name);
            NDArray all = dataset.readAll(memory);
            for (long row = 0; row < 23; row += 3) {
                for (long column = 0; column < 31; column += 4) {
                    long[] shape = {Math.min(7, 23 - row), Math.min(9, 31 - column)};
                    NDArray block = dataset.read(memory, new long[]{row, column}, shape);
                    NDArray turned = NDArray.zerosF(memory, block.dtype(), shape);
                    dataset.read(turned, row, column);
                    for (long i = 0; i < shape[0]; i++) {
                        for (long j = 0; j < shape[1]; j++) {
                            assertThat(block.getDouble(i, j)).isEqualTo(all.getDouble(row + i, column + j));
                            assertThat(turned.getDouble(i, j)).isEqualTo(all.getDouble(row + i, column + j));
                        }
                    }
                }
            }
        }
    }

    @Test
    void whatWasNeverWrittenIsTheFillValue() {
        try (Hdf5File file = Hdf5File.open(FILES.resolve("storages.h5"))) {
            NDArray half = file.dataset("half-written").readAll(memory);
            assertThat(half.getDouble(4, 30)).isEqualTo((4 * 31 + 30) * 7919 % 251 - 100);
            assertThat(half.getDouble(5, 0)).isEqualTo(-1.5);
            assertThat(file.dataset("never-written").readAll(memory).getLong(2, 3)).isEqualTo(7);
        }
    }

    @Test
    void aUserBlockIsSkipped() {
        try (Hdf5File file = Hdf5File.open(FILES.resolve("user-block.h5"))) {
            assertFormula(file.only().readAll(memory), "x");
        }
    }

    @Test
    void aMissingDatasetNamesThoseThatAreThere() {
        try (Hdf5File file = Hdf5File.open(Path.of("src/test/resources/weather/2014-01-01.hdf5"))) {
            assertThatExceptionOfType(IoError.class).isThrownBy(() -> file.dataset("/t3m"))
                    .withMessageEndingWith("2014-01-01.hdf5: there is no dataset /t3m; there is /t2m");
        }
        try (Hdf5File file = Hdf5File.open(FILES.resolve("types.h5"))) {
            assertThatExceptionOfType(IoError.class).isThrownBy(file::only)
                    .withMessageContaining("several datasets: say which").withMessageContaining("/little/f4");
            assertThatExceptionOfType(IoError.class).isThrownBy(() -> file.dataset("text"))
                    .withMessageContaining("dataset /text").withMessageContaining("not supported");
        }
    }

    @Test
    void whatIsNoHdf5IsRefused(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("a.h5"), "no HDF5 at all, but long enough to hold a signature");
        assertThatExceptionOfType(IoError.class).isThrownBy(() -> Hdf5File.open(text))
                .withMessageContaining("a.h5: this is no HDF5 file");
        assertThatExceptionOfType(IoError.class).isThrownBy(() -> Hdf5File.open(folder.resolve("b.h5")))
                .withMessageContaining("b.h5: no such file");
        assertThatExceptionOfType(IoError.class).isThrownBy(() -> Hdf5File.open(folder))
                .withMessageContaining("this is a folder");
    }

    @Test
    void aFileCutOffAnywhereIsOneSentence(@TempDir Path folder) throws IOException {
        byte[] whole = Files.readAllBytes(FILES.resolve("storages.h5"));
        for (int length = 0; length < whole.length; length += 1777) {
            Path cut = Files.write(folder.resolve("cut.h5"), Arrays.copyOf(whole, length));
            assertThatExceptionOfType(IoError.class).isThrownBy(() -> readAll(cut)).withMessageContaining("cut.h5")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
        }
    }

    /** Whatever byte is hit, the answer is an array or an IoError; nothing else gets out. */
    @Test
    void aDamagedFileNeverCrashes(@TempDir Path folder) throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("src/test/resources/weather/2014-01-04.hdf5"));
        java.util.Random random = new java.util.Random(5);
        int refused = 0;
        for (int trial = 0; trial < 150; trial++) {
            byte[] hurt = whole.clone();
            int near = trial % 2 == 0 ? 4096 : hurt.length;
            for (int n = 0; n < 20; n++)
                hurt[random.nextInt(near)] = (byte) random.nextInt(256);
            Path file = Files.write(folder.resolve("hurt.h5"), hurt);
            try {
                readAll(file);
            } catch (ArrayError e) {
                // a shape of petabytes is a possible shape
                assertThat(e.kind()).isEqualTo(ArrayError.Kind.MEMORY);
            } catch (IoError e) {
                refused++;
                assertThat(e.getMessage()).contains("hurt.h5").doesNotContain("\n");
            }
        }
        assertThat(refused).isGreaterThan(50);
    }

    private void readAll(Path path) {
        try (Hdf5File file = Hdf5File.open(path)) {
            for (String name : file.names())
                file.dataset(name).readAll(memory);
        }
    }

    private static void assertFormula(NDArray array, String name) {
        long[] at = new long[array.ndim()];
        int less = array.dtype().kind() == DType.Kind.UNSIGNED ? 0 : 100;
        for (long i = 0; i < array.size(); i++) {
            long rest = i;
            for (int axis = at.length - 1; axis >= 0; axis--) {
                at[axis] = rest % array.shape(axis);
                rest /= array.shape(axis);
            }
            long expected = i * 7919 % 251 - less;
            // 150 does not fit an int8
            double wrapped = array.dtype() == DType.INT8 ? (byte) expected : expected;
            assertThat(array.getDouble(at)).as("%s item %d", name, i).isEqualTo(wrapped);
        }
    }
}
