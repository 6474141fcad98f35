package org.stridescope.ufunc.random;

/** Exponential numbers by the ziggurat of 256 layers; the tables are computed, as those of {@link Ziggurat}. */
final class ExponentialZiggurat {
    private static final int LAYERS = 256;
    private static final double RIGHT = 7.69711747013104972;
    private static final double AREA = 0.0039496598225815571993;
    private static final long[] INSIDE = new long[LAYERS];
    private static final double[] WIDTH = new double[LAYERS];
    private static final double[] HEIGHT = new double[LAYERS];

    static {
        double scale = 0x1p53;
        double x = RIGHT;
        double height = Math.exp(-x);
        INSIDE[0] = (long) (x * height / AREA * scale);
        WIDTH[0] = AREA / height / scale;
        WIDTH[LAYERS - 1] = x / scale;
        HEIGHT[0] = 1;
        HEIGHT[LAYERS - 1] = height;
        for (int i = LAYERS - 1; i > 1; i--) {
            double inner = -Math.log(AREA / x + Math.exp(-x));
            INSIDE[i] = (long) (inner / x * scale);
            WIDTH[i - 1] = inner / scale;
            HEIGHT[i - 1] = Math.exp(-inner);
            x = inner;
        }
    }

    private ExponentialZiggurat() {}

    static double next(Bits bits) {
        while (true) {
            long draw = bits.next() >>> 3;
            int layer = (int) (draw & 0xff);
            long position = draw >>> 8;
            double x = position * WIDTH[layer];
            if (position < INSIDE[layer])
                return x;
            if (layer == 0)
                return RIGHT - Math.log1p(-bits.nextDouble());
            if ((HEIGHT[layer - 1] - HEIGHT[layer]) * bits.nextDouble() + HEIGHT[layer] < Math.exp(-x))
                return x;
        }
    }
}
