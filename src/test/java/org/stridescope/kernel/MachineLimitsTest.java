package org.stridescope.kernel;

import org.junit.jupiter.api.Test;

import org.stridescope.array.ArrayMemory;
import org.stridescope.ffi.NativeLibrary;

import static org.assertj.core.api.Assertions.assertThat;

class MachineLimitsTest {
    // between a slow phone and the fastest machine with one socket: a wrong unit or count falls out of it
    private static final double SLOWEST = 1e8;
    private static final double FASTEST = 1e14;

    @Test
    void measuresBothLimitsInWhateverIsThere() {
        long before = ArrayMemory.liveBytes();
        MachineLimits limits = MachineLimits.measure(2);
        assertThat(limits.threads()).isEqualTo(2);
        assertThat(limits.storeBytesPerSecond()).isBetween(SLOWEST, FASTEST);
        assertThat(limits.loadBytesPerSecond()).isBetween(SLOWEST, FASTEST);
        assertThat(limits.flops()).isBetween(SLOWEST, FASTEST);
        assertThat(limits.oneThread().flops()).isBetween(SLOWEST, FASTEST);
        assertThat(ArrayMemory.liveBytes()).isEqualTo(before);
    }

    @Test
    void measuresInJavaWithoutALibrary() {
        NativeLibrary none = new NativeLibrary.Absent("distance-c", "no C compiler", "install gcc");
        MachineLimits limits = MachineLimits.measure(2, NativeKernels.open(none, loaded -> {
            throw new AssertionError("nothing was loaded");
        }));
        assertThat(limits.measuredIn()).isEqualTo("Java");
        assertThat(limits.storeBytesPerSecond()).isBetween(SLOWEST, FASTEST);
        assertThat(limits.loadBytesPerSecond()).isBetween(SLOWEST, FASTEST);
        assertThat(limits.flops()).isBetween(SLOWEST, FASTEST);
    }
}
