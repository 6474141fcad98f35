package org.stridescope.ffi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The number of links of a folder, which for /proc/self/task is that of threads and a constant, by {@code statx(2)}: its answer
 * has one form on all processors. One object serves one reader at a time.
 */
public final class LinkCount {
    private static final int HERE = -100; // AT_FDCWD
    private static final int WANTED_LINKS = 4; // STATX_NLINK
    private static final int LINKS_OFFSET = 16;
    private static final int ANSWER_BYTES = 256;

    private final Path folder;
    private final MemorySegment name;
    private final MemorySegment answer = Arena.ofAuto().allocate(ANSWER_BYTES, 8);

    private static final class Libc {
        static final @Nullable MethodHandle STATX = Linker.nativeLinker().defaultLookup().find("statx")
                .map(found -> Linker.nativeLinker().downcallHandle(found,
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS,
                                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS)))
                .orElse(null);
    }

    public LinkCount(Path folder) {
        this.folder = folder;
        name = Arena.ofAuto().allocateFrom(folder.toString());
    }

    /** How many there are now; a folder that is gone is an {@link UncheckedIOException}. */
    public int read() {
        return quick().orElseGet(this::slow);
    }

    private Optional<Integer> quick() {
        MethodHandle statx = Libc.STATX;
        if (statx == null)
            return Optional.empty();
        try {
            int failed = (int) statx.invokeExact(HERE, name, 0, WANTED_LINKS, answer);
            return failed == 0 ? Optional.of(answer.get(ValueLayout.JAVA_INT, LINKS_OFFSET)) : Optional.empty();
        } catch (Throwable e) {
            throw new IllegalStateException("statx cannot be called", e);
        }
    }

    private int slow() {
        try {
            return (Integer) Files.getAttribute(folder, "unix:nlink");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
