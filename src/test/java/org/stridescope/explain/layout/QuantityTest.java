package org.stridescope.explain.layout;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QuantityTest {
    @Test
    void groupsThousandsAndKeepsUnits() {
        assertThat(Quantity.count(25_000_000)).isEqualTo("25\u2009000\u2009000");
        assertThat(Quantity.count(-9999)).isEqualTo("\u22129999");
        assertThat(Quantity.bytes(16)).isEqualTo("16 B");
        assertThat(Quantity.bytes(1536)).isEqualTo("1.50 KiB");
        assertThat(Quantity.bytes(200_000_000)).isEqualTo("191 MiB");
        assertThat(Quantity.bytes(2L << 40)).isEqualTo("2 TiB");
        assertThat(Quantity.of(1, "byte")).isEqualTo("1 byte");
        assertThat(Quantity.of(0, "byte")).isEqualTo("0 bytes");
    }
}
