package org.stridescope.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;

/** Several named arrays as .npz: a zip archive, stored or deflated, with one .npy member an array. */
final class NpzFile {
    /** Deflate's best: so many bytes out of one. */
    private static final long MOST_UNPACKED = 1032;

    private NpzFile() {}

    /** Names of the arrays, in the order of the archive. */
    static List<String> names(Path file) throws IOException {
        try (ZipFile zip = open(file)) {
            return names(zip);
        }
    }

    /** The array of this name; where it is null, the only array of the archive. */
    static NDArray read(Path file, @Nullable String name, ArrayMemory memory) throws IOException {
        try (ZipFile zip = open(file)) {
            List<String> names = names(zip);
            if (name == null && names.size() != 1) {
                throw new ArrayError("holds " + (names.isEmpty()
                        ? "no array"
                        : "several arrays: say which, as in "
                                + file.getFileName() + ":" + names.getFirst() + " (there are "
                                + String.join(", ", names) + ")"));
            }
            String wanted = name == null ? names.getFirst() : name;
            ZipEntry entry = zip.getEntry(wanted + ".npy");
            if (entry == null) {
                throw new ArrayError("has no array named " + wanted + "; there are " + String.join(", ", names));
            }
            return read(zip, entry, memory);
        }
    }

    /** What the member says of its size is believed no further than its bytes can be unpacked to. */
    private static NDArray read(ZipFile zip, ZipEntry entry, ArrayMemory memory) throws IOException {
        long packed = Math.max(0, entry.getCompressedSize());
        long most = packed > Long.MAX_VALUE / MOST_UNPACKED ? Long.MAX_VALUE : packed * MOST_UNPACKED + MOST_UNPACKED;
        if (entry.getSize() >= 0)
            most = Math.min(most, entry.getSize());
        try (InputStream stream = zip.getInputStream(entry);
                CheckedInputStream checked = new CheckedInputStream(stream, new CRC32())) {
            NDArray array = NpyFile.read(checked, most, memory);
            boolean whole = checked.read() < 0;
            if (whole && entry.getCrc() >= 0 && checked.getChecksum().getValue() != entry.getCrc())
                throw new ArrayError("is damaged: the bytes of " + entry.getName()
                        + " are not those that were written; copy or save it again");
            return array;
        } catch (ZipException e) {
            throw new ArrayError("is damaged: " + entry.getName() + " cannot be unpacked (" + e.getMessage()
                    + "); copy or save it again");
        }
    }

    private static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new ArrayError(
                    "this is no .npz archive or it is cut off (" + e.getMessage() + "); write it by np.savez");
        }
    }

    private static List<String> names(ZipFile zip) {
        List<String> names = new ArrayList<>();
        zip.stream().map(ZipEntry::getName).filter(n -> n.endsWith(".npy"))
                .forEach(n -> names.add(n.substring(0, n.length() - ".npy".length())));
        return names;
    }
}
