package org.stridescope.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.stridescope.array.DType;
import org.stridescope.ffi.DistanceCBindings.Block;
import org.stridescope.ffi.DistanceCBindings.Cut;
import org.stridescope.ffi.DistanceCBindings.Packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class DistanceCBindingsTest {
    private NativeLibrary library = NativeLibrary.open("distance-c");

    @BeforeEach
    void needsTheLibrary() {
        assumeTrue(library instanceof NativeLibrary.Loaded, "no C library was built here");
    }

    private DistanceCBindings bind() {
        return new DistanceCBindings((NativeLibrary.Loaded) library);
    }

    @Test
    void saysWhichVectorsItUses() {
        DistanceCBindings c = bind();
        assertThat(c.width()).isIn("base", "avx2", "avx512");
        assertThat(c.xPanel(DType.FLOAT64, 0)).isEqualTo(4);
        assertThat(c.xPanel(DType.FLOAT64, 1)).isEqualTo(6);
        assertThat(c.yPanel(DType.FLOAT64)).isIn(4, 8, 16);
        assertThat(c.yPanel(DType.FLOAT32)).isEqualTo(2 * c.yPanel(DType.FLOAT64));
    }

    @Test
    void packsPointsIntoPanelsWithZerosAtTheEnd() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment points = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, 1, 2, -3, 4, 5, 6); // (3, 2)
            MemorySegment panels = arena.allocate(16 * Double.BYTES);
            panels.fill((byte) 9);
            bind().pack(new Packing(DType.FLOAT64, points, 3, 2, 16, 8, 4, panels), 2);
            assertThat(panels.toArray(ValueLayout.JAVA_DOUBLE)).containsExactly(1, -3, 5, 0, 2, 4, 6, 0, //
                    3, 1, 11, 0, 3, 7, 11, 0); // their sums, and the sums of their magnitudes
        }
    }

    @Test
    void wrongArgumentsNeverReachTheLibrary() {
        DistanceCBindings c = bind();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment small = arena.allocate(64);
            Cut cut = new Cut(DType.FLOAT64, small, 100, 100, 24, 32);
            assertThatThrownBy(() -> c.tiles(0, small, small, 3, cut, 0, 1, 1, false, small))
                    .isInstanceOf(IllegalArgumentException.class).hasMessage("x holds fewer than 500 items");
            assertThatThrownBy(() -> c.plain(DType.FLOAT64, 0, small, small, small, 2, 3, new Block(0, 2, 0, 5), 1))
                    .isInstanceOf(IllegalArgumentException.class).hasMessage("no such block");
            assertThatThrownBy(() -> c.pack(new Packing(DType.FLOAT64, small, 4, 3, 24, 8, 4, small), 1))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> c.fill(small, 16, 1, 1)).isInstanceOf(IllegalArgumentException.class);
            MemorySegment heap = MemorySegment.ofArray(new double[8]);
            assertThatThrownBy(() -> c.fill(heap, 8, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
