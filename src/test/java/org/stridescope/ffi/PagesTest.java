package org.stridescope.ffi;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class PagesTest {
    private static final long LARGE = (64L << 20) + 40;

    @Test
    void memoryIsZeroAlignedAndAsLongAsAsked() {
        for (long bytes : new long[]{1, 4096, LARGE}) {
            try (ArrayMemory memory = ArrayMemory.scoped(new Pages())) {
                MemorySegment segment = memory.allocate(bytes);
                assertThat(segment.byteSize()).isEqualTo(bytes);
                assertThat(segment.address() % ArrayMemory.ALIGNMENT).isZero();
                assertThat(segment.get(ValueLayout.JAVA_BYTE, bytes - 1)).isZero();
                segment.fill((byte) 1);
            }
        }
    }

    @Test
    void pagesGoBackAsTheMemoryCloses() throws IOException {
        assumeTrue(new Pages().isHuge(), "no huge pages on this system");
        ArrayMemory memory = ArrayMemory.scoped(new Pages());
        NDArray array = NDArray.zeros(memory, DType.FLOAT64, LARGE / 8);
        long address = array.buffer().address();
        assertThat(isMapped(address)).isTrue();
        memory.close();
        assertThat(isMapped(address)).isFalse();
        assertThatThrownBy(() -> array.getDouble(0)).isInstanceOf(IllegalStateException.class);
    }

    private static boolean isMapped(long address) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/maps")).stream().map(line -> line.split("[- ]", 3))
                .anyMatch(
                        p -> Long.parseUnsignedLong(p[0], 16) <= address && address < Long.parseUnsignedLong(p[1], 16));
    }

    @Test
    void moreThanThereIsOneClearError() {
        try (ArrayMemory memory = ArrayMemory.scoped(new Pages())) {
            assertThatThrownBy(() -> memory.allocate(1L << 56)).isInstanceOf(ArrayError.class)
                    .hasMessage("Unable to allocate 64.0 PiB");
        }
    }
}
