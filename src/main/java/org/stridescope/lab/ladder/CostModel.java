package org.stridescope.lab.ladder;

import org.stridescope.kernel.Metric;

/**
 * What one run of a variant has to do, counted and not measured. Bytes are those that pass between the processor and memory
 * where no cache helps: points once, result once, temporaries as often as they are walked over. A variant may do better where
 * its temporaries stay in a cache, never by arithmetic.
 *
 * @param flops floating-point operations: a subtraction, a product, a sum, a comparison are one each, |d| is none (it clears
 *        a bit), a root is one
 * @param peakShare of the processor's peak that this mix of operations can reach: the peak is that of multiply-adds, two
 *        operations an instruction
 * @param readBytes read from memory
 * @param writtenBytes written to memory
 * @param temporaryBytes held at a time beside points and result
 * @param passes over an (n, m, k) temporary: 0 where there is none
 * @param streams whether the result is written past the caches; otherwise each of its lines is read before it is written
 */
public record CostModel(double flops, double peakShare, double readBytes, double writtenBytes, double temporaryBytes,
        int passes, boolean streams) {

    /** Bytes of a result above which the tuned kernel in C writes past the caches, alone or as a graph. */
    private static final double STREAMED = 8 << 20;

    /** A problem's lengths, its metric and its bytes an item. */
    public record Size(Metric metric, double n, double m, double k, int itemsize) {
        public double points() {
            return (n + m) * k * itemsize;
        }

        public double result() {
            return n * m * itemsize;
        }

        public double difference() {
            return n * m * k * itemsize;
        }
    }

    /** Operations a byte: where a variant stands on the roofline. */
    public double intensity() {
        return flops / (readBytes + writtenBytes);
    }

    /** Counts what a variant does; one that is not known here is taken to read its points and write its result once. */
    public static CostModel of(String variant, Size size, double temporaryBytes) {
        boolean byProduct = variant.startsWith("trick") || variant.endsWith("trick");
        int writes = variant.endsWith("broadcast") ? 2 : variant.equals("broadcast-einsum") ? 1 : 0;
        int reads = writes;
        boolean streams = (variant.equals("c") || variant.equals("graph")) && size.result() >= STREAMED;
        double other = writes > 0 ? 0 : temporaryBytes;
        return new CostModel(byProduct ? product(size) : differences(size),
                byProduct ? 1 : peakShare(size.metric), size.points() + other + reads * size.difference()
                        + (streams ? 0 : size.result()),
                size.result() + other + writes * size.difference(), temporaryBytes, reads + writes, streams);
    }

    /** A subtraction and a sum (or comparison) an item, and a product where differences are squared. */
    private static double differences(Size size) {
        double pairs = size.n * size.m;
        return switch (size.metric) {
            case CITYBLOCK, CHEBYSHEV -> 2 * pairs * size.k;
            case SQEUCLIDEAN -> 3 * pairs * size.k;
            case EUCLIDEAN -> 3 * pairs * size.k + pairs;
        };
    }

    /** A product and a sum an item, the norms of the points, and x.x + y.y - 2 x.y of each pair. */
    private static double product(Size size) {
        double pairs = size.n * size.m;
        double root = size.metric == Metric.EUCLIDEAN ? pairs : 0;
        return 2 * pairs * size.k + 3 * pairs + 2 * (size.n + size.m) * size.k + root;
    }

    /** Operations an instruction, over two: only a product and a sum share an instruction. */
    private static double peakShare(Metric metric) {
        return metric == Metric.SQEUCLIDEAN || metric == Metric.EUCLIDEAN ? 0.75 : 0.5;
    }
}
