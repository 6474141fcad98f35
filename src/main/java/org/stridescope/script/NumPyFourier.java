package org.stridescope.script;

import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Views;
import org.stridescope.script.Values.Module;
import org.stridescope.ufunc.Casting;

/** {@code np.fft}: transforms by halves as far as the length is even, by the sum itself for what is left. */
final class NumPyFourier {
    private NumPyFourier() {}

    static Module module() {
        Names names = new Names();
        names.function("fft(a, n=, axis=, norm=)", call -> line(call, call.array("a"), false));
        names.function("ifft(a, n=, axis=, norm=)", call -> line(call, call.array("a"), true));
        names.function("rfft(a, n=, axis=, norm=)", call -> {
            NDArray a = call.array("a");
            int axis = Layout.normalizeAxis(call.axis("axis", -1), a.ndim());
            NDArray full = line(call, a, false);
            return NumPyCalls.along(full, axis, 0L, full.shape(axis) / 2 + 1).copy(call.memory());
        });
        names.function("irfft(a, n=, axis=, norm=)", NumPyFourier::realInverse);
        names.function("fft2(a, s=, axes=, norm=)", call -> both(call, false));
        names.function("ifft2(a, s=, axes=, norm=)", call -> both(call, true));
        names.function("fftfreq(n, d=)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            long n = call.whole("n");
            Object up = np.f("arange", 0L, (n - 1) / 2 + 1);
            Object down = np.f("arange", -(n / 2), 0L);
            return np.op(np.f("concatenate", Values.PyTuple.of(up, down)), "*", 1.0 / (n * call.number("d", 1)));
        });
        names.function("rfftfreq(n, d=)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            long n = call.whole("n");
            return np.op(np.f("arange", 0L, n / 2 + 1), "*", 1.0 / (n * call.number("d", 1)));
        });
        names.function("fftshift(x, axes=)", call -> shifted(call, 1));
        names.function("ifftshift(x, axes=)", call -> shifted(call, -1));
        return names.module("numpy.fft");
    }

    private static Object shifted(Call call, int side) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray x = call.array("x");
        int[] axes = call.axes("axes");
        Object result = x;
        for (int i = 0; i < (axes == null ? x.ndim() : axes.length); i++) {
            int axis = axes == null ? i : Layout.normalizeAxis(axes[i], x.ndim());
            long n = x.shape(axis);
            result = np.f("roll", result, side > 0 ? n / 2 : -(n / 2), (long) axis);
        }
        return result;
    }

    private static Object both(Call call, boolean inverse) {
        NDArray a = call.array("a");
        if (a.ndim() < 2)
            throw ScriptError.index("tuple index out of range");
        NDArray rows = along(call, a, a.ndim() - 1, a.shape(a.ndim() - 1), inverse);
        return along(call, rows, a.ndim() - 2, a.shape(a.ndim() - 2), inverse);
    }

    private static NDArray line(Call call, NDArray a, boolean inverse) {
        if (call.has("norm") && !call.text("norm", "backward").equals("backward"))
            throw ScriptError.value("norm of fft is not supported, but for 'backward'");
        int axis = Layout.normalizeAxis(call.axis("axis", -1), a.ndim());
        long n = call.whole("n", a.shape(axis));
        if (n < 1)
            throw ScriptError.value("Invalid number of FFT data points (" + n + ") specified.");
        return along(call, a, axis, n, inverse);
    }

    private static Object realInverse(Call call) {
        NDArray a = call.array("a");
        int axis = Layout.normalizeAxis(call.axis("axis", -1), a.ndim());
        long n = call.whole("n", 2 * (a.shape(axis) - 1));
        NumPyCalls np = NumPyCalls.of(call);
        NDArray half = Views.moveAxis(a, new int[]{axis}, new int[]{-1});
        long[] shape = half.shape();
        shape[shape.length - 1] = n;
        NDArray full = NDArray.zeros(call.memory(), DType.COMPLEX128, shape);
        long have = Math.min(half.shape(half.ndim() - 1), n / 2 + 1);
        for (long i = 0; i < have; i++) {
            NDArray part = half.view(half.layout().at(half.ndim() - 1, i));
            np.set(full.view(full.layout().at(full.ndim() - 1, i)), Values.Singleton.ELLIPSIS, part);
            if (i > 0 && n - i > i)
                np.set(full.view(full.layout().at(full.ndim() - 1, n - i)), Values.Singleton.ELLIPSIS,
                        np.f("conj", part));
        }
        NDArray back = along(call, full, full.ndim() - 1, n, true);
        return Views.moveAxis(Views.part(back, false), new int[]{-1}, new int[]{axis}).copy(call.memory());
    }

    private static NDArray along(Call call, NDArray a, int axis, long n, boolean inverse) {
        NDArray moved = Views.moveAxis(a, new int[]{axis}, new int[]{-1});
        long[] shape = moved.shape();
        long have = Math.min(n, shape[shape.length - 1]);
        shape[shape.length - 1] = n;
        NDArray result = NDArray.zeros(call.memory(), DType.COMPLEX128, shape);
        NDArray from = Casting.to(moved, DType.COMPLEX128, call.memory());
        long lines = n == 0 ? 0 : result.size() / n;
        long[] outer = java.util.Arrays.copyOf(shape, shape.length - 1);
        for (long i = 0; i < lines; i++) {
            org.stridescope.array.NestedLoop.listen();
            long[] at = NumPyQuantiles.unravel(i, outer);
            NDArray line = from.at(at);
            double[] re = new double[Math.toIntExact(n)];
            double[] im = new double[re.length];
            for (int k = 0; k < have; k++) {
                re[k] = line.getDouble(k);
                im[k] = Views.part(line, true).getDouble(k);
            }
            double[][] spectrum = transform(re, im, inverse ? 1 : -1);
            NDArray to = result.at(at);
            for (int k = 0; k < re.length; k++) {
                to.setDouble(spectrum[0][k] / (inverse ? n : 1), k);
                Views.part(to, true).setDouble(spectrum[1][k] / (inverse ? n : 1), k);
            }
        }
        NDArray back = Views.moveAxis(result, new int[]{-1}, new int[]{axis});
        return back.isCContiguous() ? Arrays.owned(back) : back;
    }

    private static double[][] transform(double[] re, double[] im, int sign) {
        int n = re.length;
        double[][] out = new double[2][n];
        if (n % 2 != 0 || n < 2) {
            for (int k = 0; k < n; k++) {
                for (int j = 0; j < n; j++) {
                    double angle = sign * 2 * Math.PI * ((long) j * k % n) / n;
                    double c = Math.cos(angle);
                    double s = Math.sin(angle);
                    out[0][k] += re[j] * c - im[j] * s;
                    out[1][k] += re[j] * s + im[j] * c;
                }
            }
            return out;
        }
        int half = n / 2;
        double[][] even = transform(every(re, 0), every(im, 0), sign);
        double[][] odd = transform(every(re, 1), every(im, 1), sign);
        for (int k = 0; k < half; k++) {
            double angle = sign * 2 * Math.PI * k / n;
            double c = 4 * k == n ? 0 : Math.cos(angle);
            double s = Math.sin(angle);
            double x = odd[0][k] * c - odd[1][k] * s;
            double y = odd[0][k] * s + odd[1][k] * c;
            out[0][k] = even[0][k] + x;
            out[1][k] = even[1][k] + y;
            out[0][k + half] = even[0][k] - x;
            out[1][k + half] = even[1][k] - y;
        }
        return out;
    }

    private static double[] every(double[] of, int from) {
        double[] part = new double[of.length / 2];
        for (int i = 0; i < part.length; i++)
            part[i] = of[2 * i + from];
        return part;
    }
}
