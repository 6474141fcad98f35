package org.stridescope.ufunc;

/** Divisors and multiples, and a few functions of floats that only scripts use. */
final class WholeNumbers {
    static final Ufunc GCD = Ufunc.binary("gcd", Signature.WHOLE, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = gcd(a[i], b[i]);
    }, null, null).unsigned((a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = unsignedGcd(a[i], b[i]);
    }).from(0);
    static final Ufunc LCM = Ufunc.binary("lcm", Signature.WHOLE, (a, b, out, n) -> {
        for (int i = 0; i < n; i++) {
            long divisor = gcd(a[i], b[i]);
            out[i] = divisor == 0 ? 0 : Math.abs(a[i] / divisor * b[i]);
        }
    }, null, null).unsigned((a, b, out, n) -> {
        for (int i = 0; i < n; i++) {
            long divisor = unsignedGcd(a[i], b[i]);
            out[i] = divisor == 0 ? 0 : Long.divideUnsigned(a[i], divisor) * b[i];
        }
    });
    static final Ufunc HEAVISIDE = Ufunc.binary("heaviside", Signature.REAL_FLOATING, null, (Loop.Doubles) (a, b, out,
            n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Double.isNaN(a[i]) ? a[i] : a[i] == 0 ? b[i] : a[i] < 0 ? 0 : 1;
    }, null);
    static final Ufunc FLOAT_POWER = Ufunc.binary("float_power", Signature.DOUBLE, null, Arithmetic.POWER.doubles(),
            Complex.POWER);
    static final Ufunc LOGADDEXP2 = Ufunc.binary("logaddexp2", Signature.REAL_FLOATING, null, (Loop.Doubles) (a, b, out,
            n) -> {
        for (int i = 0; i < n; i++) {
            double most = Math.max(a[i], b[i]);
            double apart = a[i] - b[i];
            out[i] = a[i] == b[i]
                    ? a[i] + 1
                    : Double.isNaN(apart) ? apart : most + Math.log1p(Math.pow(2, -Math.abs(apart))) / Math.log(2);
        }
    }, null);

    private WholeNumbers() {}

    private static long gcd(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return Math.abs(x);
    }

    private static long unsignedGcd(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = Long.remainderUnsigned(x, y);
            x = y;
            y = rest;
        }
        return x;
    }
}
