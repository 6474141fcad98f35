package org.stridescope.bench;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** What one thread writes in Java at most: whole vectors, one after the other. Java has no store past the caches. */
final class PlainStores {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private PlainStores() {}

    /** Fills a segment, and gives the bytes a second. */
    static double bytesPerSecond(MemorySegment items) {
        long start = System.nanoTime();
        fill(items, 1);
        return items.byteSize() * 1e9 / (System.nanoTime() - start);
    }

    private static void fill(MemorySegment items, double value) {
        DoubleVector vector = DoubleVector.broadcast(SPECIES, value);
        long step = SPECIES.vectorByteSize();
        for (long at = 0; at + step <= items.byteSize(); at += step)
            vector.intoMemorySegment(items, at, ByteOrder.nativeOrder());
    }
}
