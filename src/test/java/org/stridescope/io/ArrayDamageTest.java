package org.stridescope.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Damaged files end in one sentence, or give an array of the size their bytes allow; never in anything else. */
final class ArrayDamageTest {
    private static final long MOST = 64L << 20;
    private static final String ODD = "0123456789()',:-<>|iufcOVSU\n\0{}[]";

    @TempDir
    Path folder;

    private byte[] saved(Random random, boolean archive) throws IOException {
        DType[] types = DType.values();
        NDArray array = NDArray.zeros(ArrayMemory.collected(), types[random.nextInt(types.length)],
                1 + random.nextInt(40), 1 + random.nextInt(40));
        Path file = folder.resolve(archive ? "good.npz" : "good.npy");
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        arrays.put("x", array);
        if (archive)
            ArrayFiles.writeArchive(arrays, file);
        else
            ArrayFiles.write(array, file);
        return Files.readAllBytes(file);
    }

    private void readsOrSaysWhy(byte[] bytes, boolean archive, String what) throws IOException {
        Path file = folder.resolve(archive ? "bad.npz" : "bad.npy");
        Files.write(file, bytes);
        try (ArrayMemory memory = ArrayMemory.recycled(MOST, ArrayMemory.PLAIN)) {
            NDArray array = ArrayFiles.read(file, memory);
            assertThat(array.nbytes()).as(what).isLessThanOrEqualTo(Math.max(bytes.length, array.nbytes() == 0 ? 0 : 1)
                    * (archive ? 1100L : 1L));
        } catch (IoError e) {
            assertThat(e.getMessage()).as(what).startsWith(file.toString()).doesNotContain("\n").doesNotContain("java.")
                    .hasSizeLessThan(600);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void flippedCutAndOverwrittenBytes(boolean archive) throws IOException {
        Random random = new Random(20261122);
        for (int round = 0; round < 400; round++) {
            byte[] bytes = saved(random, archive);
            int head = Math.min(bytes.length, archive ? 200 : 130);
            switch (random.nextInt(4)) {
                case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
                case 1 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                case 2 -> {
                    for (int i = 0; i < 4; i++)
                        bytes[random.nextInt(head)] = (byte) random.nextInt(256);
                }
                default -> {
                    for (int i = 0; i < 3; i++)
                        bytes[random.nextInt(head)] = (byte) ODD.charAt(random.nextInt(ODD.length()));
                }
            }
            readsOrSaysWhy(bytes, archive, "round " + round);
        }
    }

    private static byte[] npy(String dict, int version, int claimed, int data) {
        byte[] text = dict.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        int start = version == 1 ? 10 : 12;
        byte[] bytes = new byte[start + text.length + data];
        System.arraycopy(NpyHeader.MAGIC, 0, bytes, 0, 6);
        bytes[6] = (byte) version;
        for (int i = 0; i < start - 8; i++)
            bytes[8 + i] = (byte) (claimed >> 8 * i);
        System.arraycopy(text, 0, bytes, start, text.length);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"(9223372036854775807,)", "(1000000000000,)", "(4294967296, 4294967296)",
            "(1152921504606846975,)", "(-1,)", "(1, -9223372036854775808)", "(99999999999999999999999,)", "(3, 4", "3",
            "(1.5,)", "(1, 2), 'shape': (9, 9", "(0, 9223372036854775807)", "'x'", "True", "((1,), 2)", "(10,)"})
    void shapesThatTheFileCannotHold(String shape) throws IOException {
        for (String descr : new String[]{"'<f8'", "'|O'", "'<U4'", "'<f16'", "'|V8'", "'<M8[ns]'", "[('a', '<f8')]",
                "8",
                "'<i3'", "''", "'|b1'"}) {
            for (String order : new String[]{"False", "True", "1"}) {
                String dict = "{'descr': " + descr + ", 'fortran_order': " + order + ", 'shape': " + shape + ", }\n";
                for (int version : new int[]{1, 2, 3, 4, 0})
                    readsOrSaysWhy(npy(dict, version, dict.length(), 16), false, dict);
                readsOrSaysWhy(npy(dict, 1, 65535, 16), false, dict);
                readsOrSaysWhy(npy(dict, 2, -1, 16), false, dict);
                readsOrSaysWhy(npy(dict, 2, 3, 16), false, dict);
            }
        }
    }

    @Test
    void moreAxesThanNumPyHas() throws IOException {
        String dict = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + "1, ".repeat(2000) + "), }\n";
        byte[] bytes = npy(dict, 1, dict.length(), 8);
        Files.write(folder.resolve("axes.npy"), bytes);
        assertThatThrownBy(() -> ArrayFiles.read(folder.resolve("axes.npy"), ArrayMemory.collected()))
                .isInstanceOf(IoError.class).hasMessageContaining("32");
    }

    @Test
    void anArchiveThatPromisesMoreThanItCanHold() throws IOException {
        Path file = folder.resolve("bomb.npz");
        String dict = "{'descr': '|u1', 'fortran_order': False, 'shape': (900000000000,), }\n";
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("x.npy"));
            zip.write(npy(dict, 1, dict.length(), 1_000_000));
            zip.closeEntry();
        }
        assertThatThrownBy(() -> ArrayFiles.read(file, ArrayMemory.collected())).isInstanceOf(IoError.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void aMemberWhoseBytesAreNotThoseThatWereWritten() throws IOException {
        Path file = folder.resolve("flip.npz");
        byte[] member = npy("{'descr': '|u1', 'fortran_order': False, 'shape': (64,), }\n", 1, 59, 64);
        CRC32 sum = new CRC32();
        sum.update(member);
        ZipEntry entry = new ZipEntry("x.npy");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(member.length);
        entry.setCrc(sum.getValue());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(entry);
            zip.write(member);
            zip.closeEntry();
        }
        assertThat(ArrayFiles.read(file, ArrayMemory.collected()).size()).isEqualTo(64);
        byte[] bytes = Files.readAllBytes(file);
        bytes[30 + "x.npy".length() + member.length - 3] ^= 4;
        Files.write(file, bytes);
        assertThatThrownBy(() -> ArrayFiles.read(file, ArrayMemory.collected())).isInstanceOf(IoError.class)
                .hasMessageContaining("damaged");
    }
}
