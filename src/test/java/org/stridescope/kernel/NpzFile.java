package org.stridescope.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;

/** The float64 matrices of an .npz resource, as NumPy's savez writes them: enough to read the oracle of these tests. */
record NpzFile(String resource, Map<String, NDArray> members) {
    private static final Pattern SHAPE = Pattern.compile("'shape': \\((\\d+), (\\d+)\\)");

    /** The matrix of this name. */
    NDArray get(String name) {
        NDArray matrix = members.get(name);
        if (matrix == null)
            throw new IllegalArgumentException(resource + " has no " + name);
        return matrix;
    }

    static NpzFile read(ArrayMemory memory, String resource) {
        Map<String, NDArray> members = new HashMap<>();
        try (InputStream in = NpzFile.class.getResourceAsStream(resource)) {
            if (in == null)
                throw new IllegalArgumentException("no test resource " + resource);
            ZipInputStream zip = new ZipInputStream(in);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                members.put(entry.getName().replace(".npy", ""), matrix(memory, zip.readAllBytes()));
            }
        } catch (IOException e) {
            throw new IllegalStateException(resource, e);
        }
        return new NpzFile(resource, members);
    }

    private static NDArray matrix(ArrayMemory memory, byte[] npy) {
        int header = ByteBuffer.wrap(npy).order(ByteOrder.LITTLE_ENDIAN).getShort(8);
        String text = new String(npy, 10, header, StandardCharsets.US_ASCII);
        Matcher shape = SHAPE.matcher(text);
        if (!text.contains("'<f8'") || text.contains("'fortran_order': True") || !shape.find()) {
            throw new IllegalArgumentException("not a float64 matrix in C order: " + text);
        }
        NDArray array = NDArray.zeros(memory, DType.FLOAT64, Long.parseLong(shape.group(1)),
                Long.parseLong(shape.group(2)));
        MemorySegment.copy(MemorySegment.ofArray(npy), ValueLayout.JAVA_BYTE, 10 + header, array.buffer(),
                ValueLayout.JAVA_BYTE, 0, array.nbytes());
        return array;
    }
}
