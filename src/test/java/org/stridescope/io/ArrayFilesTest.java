package org.stridescope.io;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Against files that NumPy wrote: src/test/resources/npy, made by more.py there. */
final class ArrayFilesTest {
    @TempDir
    Path folder;

    private final ArrayMemory memory = ArrayMemory.collected();

    static Path golden(String name) {
        try {
            return Path.of(ArrayFilesTest.class.getResource("/npy/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<JsonNode> cases(String index) {
        return new ObjectMapper().readTree(golden(index).toFile()).valueStream();
    }

    static Stream<JsonNode> more() {
        return cases("more.json");
    }

    @ParameterizedTest
    @MethodSource("more")
    void readsEveryDtypeInBothOrders(JsonNode expected) throws IOException {
        Path file = golden(expected.get("file").asString());
        NDArray array = ArrayFiles.read(file, memory);
        assertThat(array.dtype().pythonName()).isEqualTo(expected.get("dtype").asString());
        assertThat(array.shape()).isEqualTo(longs(expected.get("shape")));
        assertThat(flat(array))
                .isEqualTo(expected.get("values").valueStream().mapToDouble(JsonNode::asDouble).toArray());
        if (array.size() > 1 && array.ndim() > 1) {
            assertThat(array.isFContiguous() && !array.isCContiguous()).isEqualTo(expected.get("fortran").asBoolean());
        }
        if (expected.get("big").asBoolean())
            return;
        Path copy = folder.resolve("copy.npy");
        ArrayFiles.write(array, copy);
        assertThat(Files.readAllBytes(copy)).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void readsTheGoldenArrays() {
        cases("index.json").filter(c -> c.has("sum")).forEach(c -> {
            NDArray array = ArrayFiles.read(golden(c.get("file").asString().replace("npy/", "")), memory);
            assertThat(Arrays.stream(flat(array)).sum()).as(c.toString()).isCloseTo(c.get("sum").asDouble(),
                    org.assertj.core.data.Offset.offset(1e-9));
            if (c.has("at_2_1_0"))
                assertThat(array.getDouble(2, 1, 0)).isEqualTo(c.get("at_2_1_0").asDouble());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"version2.npy", "version3.npy", "savez.npz:a", "savez.npz:b", "compressed.npz:a"})
    void readsEveryVersionAndArchive(String name) {
        NDArray array = ArrayFiles.read(golden("more.py").getParent() + "/" + name, memory);
        assertThat(flat(array)).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void writesArchivesAsNumPyDoes() throws IOException {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        for (String name : ArrayFiles.names(golden("savez.npz"))) {
            arrays.put(name, ArrayFiles.read(golden("savez.npz") + ":" + name, memory));
        }
        assertThat(arrays).containsOnlyKeys("a", "b", "c", "s");
        ArrayFiles.writeArchive(arrays, folder.resolve("out.npz"));
        assertThat(Files.readAllBytes(folder.resolve("out.npz"))).isEqualTo(Files.readAllBytes(golden("savez.npz")));
    }

    @Test
    void writesViewsByTheirItems() {
        NDArray array = NDArray.of(memory, new double[][]{{1, 2, 3}, {4, 5, 6}});
        NDArray view = array.slice(Slice.ALL, new Slice(null, null, -2L));
        ArrayFiles.write(view, folder.resolve("view.npy"));
        assertThat(flat(ArrayFiles.read(folder.resolve("view.npy"), memory))).containsExactly(3, 1, 6, 4);
    }

    @Test
    void mapsLargeFilesWithoutWritingThem() throws IOException {
        NDArray large = NDArray.zeros(memory, DType.FLOAT64, 3, 1 << 20);
        large.setDouble(7, 2, 5);
        Path file = folder.resolve("large.npy");
        ArrayFiles.write(large, file);
        NDArray mapped = ArrayFiles.read(file, memory);
        assertThat(mapped.buffer().isMapped()).isTrue();
        assertThat(mapped.getDouble(2, 5)).isEqualTo(7);
        mapped.setDouble(8, 2, 5);
        assertThat(ArrayFiles.read(file, memory).getDouble(2, 5)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"objects.npy|Python objects", "text.npy|text",
            "records.npy|several fields",
            "missing.npy|no such file", "savez.npz|a, b, c, s", "savez.npz:zz|no array named zz",
            "more.py|no .npy file"})
    void saysWhatIsWrong(String line) {
        String[] parts = line.split("\\|");
        assertThatThrownBy(() -> ArrayFiles.read(golden("more.py").getParent() + "/" + parts[0], memory))
                .isInstanceOf(IoError.class).hasMessageContaining(parts[1])
                .hasMessageContaining(parts[0].replaceAll(":.*", ""));
    }

    @Test
    void everyCutOffFileIsNamed() throws IOException {
        for (String name : new String[]{"f8-C.npy", "version2.npy"}) {
            byte[] whole = Files.readAllBytes(golden(name));
            for (int length = 0; length < whole.length; length++) {
                Path cut = folder.resolve("cut.npy");
                Files.write(cut, Arrays.copyOf(whole, length));
                assertThatThrownBy(() -> ArrayFiles.read(cut, memory)).isInstanceOf(IoError.class)
                        .hasMessageContaining("cut.npy");
            }
        }
    }

    @Test
    void damagedFilesNeverCrash() throws IOException {
        byte[] npy = Files.readAllBytes(golden("i2-F.npy"));
        byte[] npz = Files.readAllBytes(golden("compressed.npz"));
        Random random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = (i % 2 == 0 ? npy : npz).clone();
            for (int n = 0; n <= i % 3; n++)
                bytes[random.nextInt(Math.min(bytes.length, 140))] = (byte) random.nextInt(256);
            Path file = folder.resolve(i % 2 == 0 ? "bad.npy" : "bad.npz");
            Files.write(file, bytes);
            try {
                ArrayFiles.read(i % 2 == 0 ? file.toString() : file + ":a", memory);
            } catch (IoError e) {
                assertThat(e.getMessage()).contains("bad.np");
            }
        }
    }

    @Test
    void aHugeClaimIsRefusedBeforeMemoryIsTaken() throws IOException {
        String dict = "{'descr': '<f8', 'fortran_order': False, 'shape': (1000000, 1000000), }";
        byte[] head = NpyHeader.format(DType.FLOAT64, false, 1_000_000, 1_000_000);
        assertThat(new String(head, StandardCharsets.ISO_8859_1)).contains(dict);
        Files.write(folder.resolve("huge.npy"), head);
        assertThatThrownBy(() -> ArrayFiles.read(folder.resolve("huge.npy"), memory)).isInstanceOf(IoError.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void leavesNothingHalfWritten() throws IOException {
        assertThatThrownBy(() -> ArrayFiles.write(NDArray.of(memory, 1), folder.resolve("no/such/x.npy")))
                .isInstanceOf(IoError.class).hasMessageContaining("does not exist");
        NDArray outside = NDArray.of(memory, 1, 2, 3);
        Files.write(folder.resolve("x.npy"), new byte[]{1});
        ArrayFiles.write(outside, folder.resolve("x.npy"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString().toLowerCase(Locale.ROOT))).containsExactly("x.npy");
        }
    }

    private static long[] longs(JsonNode list) {
        return list.valueStream().mapToLong(JsonNode::asLong).toArray();
    }

    private double[] flat(NDArray array) {
        NDArray copy = array.copy(memory);
        Layout items = Layout.cOrder(array.itemsize(), array.size());
        double[] values = new double[(int) array.size()];
        for (int i = 0; i < values.length; i++)
            values[i] = copy.view(items).getDouble(i);
        return values;
    }
}
