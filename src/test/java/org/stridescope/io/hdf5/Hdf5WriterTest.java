package org.stridescope.io.hdf5;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Slice;
import org.stridescope.io.IoError;
import org.stridescope.io.hdf5.Hdf5Writer.Storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What we write is read back; {@code resources/hdf5/read.py} has h5py read such a file. */
class Hdf5WriterTest {
    private final ArrayMemory memory = ArrayMemory.collected();

    private NDArray filled(DType dtype, long... shape) {
        NDArray array = NDArray.zeros(memory, dtype, shape);
        NDArray flat = array.view(Layout.cOrder(dtype.itemsize(), array.size()));
        for (long i = 0; i < array.size(); i++)
            flat.setLong(dtype == DType.BOOL ? i % 2 : i * 7919 % 251 % 100, i);
        return array;
    }

    static List<Storage> storages() {
        return List.of(Storage.CONTIGUOUS, Storage.chunked(0, false, 5, 8), Storage.chunked(6, false, 5, 8),
                Storage.chunked(1, true, 23, 31), Storage.chunked(4, true, 1, 1));
    }

    @ParameterizedTest
    @EnumSource(value = DType.class, names = {"COMPLEX128", "COMPLEX64"}, mode = EnumSource.Mode.EXCLUDE)
    void everyTypeComesBack(DType dtype, @TempDir Path folder) {
        Path path = folder.resolve("x.h5");
        NDArray array = filled(dtype, 23, 31);
        try (Hdf5Writer writer = Hdf5Writer.create(path)) {
            int n = 0;
            for (Storage storage : storages())
                writer.dataset("x" + n++, dtype, storage, 23, 31).write(array, 0, 0);
            writer.commit();
        }
        try (Hdf5File file = Hdf5File.open(path)) {
            assertThat(file.names()).containsExactly("/x0", "/x1", "/x2", "/x3", "/x4");
            for (String name : file.names())
                assertSame(file.dataset(name).readAll(memory), array);
            assertThat(file.dataset("x3").storage()).isEqualTo("chunked (23, 31), shuffle, gzip");
        }
    }

    @Test
    void blocksInAnyOrderAndAnyStrides(@TempDir Path folder) {
        Path path = folder.resolve("x.h5");
        NDArray array = filled(DType.FLOAT32, 31, 23).transpose();
        try (Hdf5Writer writer = Hdf5Writer.create(path)) {
            for (Storage storage : storages().subList(0, 3)) {
                WrittenDataset dataset = writer.dataset(storage.toString().replaceAll("\\W", ""), DType.FLOAT32,
                        storage, 23, 31);
                for (long row = 20; row >= 0; row -= 5) {
                    for (long column = 0; column < 31; column += 16) {
                        dataset.write(array.slice(Slice.of(row, Math.min(23, row + 5)),
                                Slice.of(column, Math.min(31, column + 16))), row, column);
                    }
                }
            }
            writer.commit();
        }
        try (Hdf5File file = Hdf5File.open(path)) {
            for (String name : file.names())
                assertSame(file.dataset(name).readAll(memory), array);
        }
    }

    /** More chunks than one node of the tree holds, and more names than one node of the group. */
    @Test
    void manyChunksAndManyNames(@TempDir Path folder) {
        Path path = folder.resolve("x.h5");
        NDArray array = filled(DType.INT16, 70, 70);
        try (Hdf5Writer writer = Hdf5Writer.create(path)) {
            writer.dataset("many", DType.INT16, Storage.chunked(1, false, 1, 1), 70, 70).write(array, 0, 0);
            for (int i = 0; i < 40; i++)
                writer.dataset("a-rather-long-name-" + i, DType.INT16, Storage.CONTIGUOUS).write(
                        filled(DType.INT16));
            writer.commit();
        }
        try (Hdf5File file = Hdf5File.open(path)) {
            assertThat(file.names()).hasSize(41);
            assertSame(file.dataset("many").readAll(memory), array);
        }
    }

    @Test
    void nothingIsLeftWithoutCommit(@TempDir Path folder) throws IOException {
        try (Hdf5Writer writer = Hdf5Writer.create(folder.resolve("x.h5"))) {
            writer.dataset("x", DType.INT8, Storage.CONTIGUOUS, 4).write(filled(DType.INT8, 4), 0);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whatDoesNotFitIsRefused(@TempDir Path folder) {
        try (Hdf5Writer writer = Hdf5Writer.create(folder.resolve("x.h5"))) {
            assertThatExceptionOfType(ArrayError.class)
                    .isThrownBy(() -> writer.dataset("x", DType.INT8, Storage.chunked(0, false, 2, 2), 4))
                    .withMessage("chunks of (2, 2) do not fit an array of shape (4,)");
            WrittenDataset chunks = writer.dataset("x", DType.INT8, Storage.chunked(0, false, 3), 8);
            assertThatExceptionOfType(ArrayError.class).isThrownBy(() -> chunks.write(filled(DType.INT8, 3), 1))
                    .withMessageContaining("whole chunks");
            assertThatExceptionOfType(ArrayError.class).isThrownBy(() -> chunks.write(filled(DType.INT8, 9), 0))
                    .withMessageContaining("does not fit");
            assertThatExceptionOfType(IoError.class)
                    .isThrownBy(() -> writer.dataset("a/b", DType.INT8, Storage.CONTIGUOUS, 1))
                    .withMessageContaining("no name");
        }
        assertThatExceptionOfType(IoError.class).isThrownBy(() -> Hdf5Writer.create(folder.resolve("no/x.h5")))
                .withMessageContaining("does not exist; make it first");
    }

    private static void assertSame(NDArray found, NDArray expected) {
        assertThat(found.dtype()).isEqualTo(expected.dtype());
        assertThat(found.shape()).isEqualTo(expected.shape());
        for (long i = 0; i < found.shape(0); i++)
            for (long j = 0; j < found.shape(1); j++)
                assertThat(found.getDouble(i, j)).isEqualTo(expected.getDouble(i, j));
    }
}
