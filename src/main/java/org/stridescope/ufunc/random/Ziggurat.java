package org.stridescope.ufunc.random;

/**
 * Standard normal numbers by Marsaglia and Tsang's ziggurat of 256 layers, with the tables that NumPy compiles in: the
 * layers have equal areas, and are computed here from the same right edge.
 */
final class Ziggurat {
    private static final double RIGHT = 3.6541528853610087963519472518;
    private static final int LAYERS = 256;
    private static final long[] INSIDE = new long[LAYERS];
    private static final double[] WIDTH = new double[LAYERS];
    private static final double[] HEIGHT = new double[LAYERS];

    static {
        double scale = 0x1p52;
        double area = RIGHT * Math.exp(-0.5 * RIGHT * RIGHT) + Math.sqrt(Math.PI / 2) * erfc(RIGHT / Math.sqrt(2));
        double x = RIGHT;
        double height = Math.exp(-0.5 * x * x);
        WIDTH[0] = area / height / scale;
        HEIGHT[0] = 1;
        INSIDE[0] = (long) (x * height / area * scale);
        WIDTH[LAYERS - 1] = x / scale;
        HEIGHT[LAYERS - 1] = height;
        for (int i = LAYERS - 1; i > 1; i--) {
            double inner = Math.sqrt(-2 * Math.log(area / x + Math.exp(-0.5 * x * x)));
            INSIDE[i] = (long) (inner / x * scale);
            WIDTH[i - 1] = inner / scale;
            HEIGHT[i - 1] = Math.exp(-0.5 * inner * inner);
            x = inner;
        }
        INSIDE[1] = 0;
    }

    private Ziggurat() {}

    static double normal(Bits bits) {
        while (true) {
            long draw = bits.next();
            int layer = (int) (draw & 0xff);
            long rest = draw >>> 8;
            long sign = rest & 1;
            long position = (rest >>> 1) & 0x000f_ffff_ffff_ffffL;
            double x = position * WIDTH[layer];
            if (sign != 0)
                x = -x;
            if (position < INSIDE[layer])
                return x;
            if (layer == 0)
                return tail(bits, (position >>> 8 & 1) != 0);
            if ((HEIGHT[layer - 1] - HEIGHT[layer]) * bits.nextDouble() + HEIGHT[layer] < Math.exp(-0.5 * x * x))
                return x;
        }
    }

    private static double tail(Bits bits, boolean negative) {
        while (true) {
            double x = -(1 / RIGHT) * Math.log1p(-bits.nextDouble());
            double y = -Math.log1p(-bits.nextDouble());
            if (y + y > x * x)
                return negative ? -(RIGHT + x) : RIGHT + x;
        }
    }

    /** By its continued fraction, for x above 2. */
    private static double erfc(double x) {
        double fraction = x;
        for (int k = 200; k > 0; k--)
            fraction = x + k / 2.0 / fraction;
        return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
    }
}
