package org.stridescope.script;

import java.util.List;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;
import org.stridescope.ufunc.Casting;

import static org.stridescope.script.NumPyCalls.cut;
import static org.stridescope.script.NumPyCalls.key;

/** Items counted in bins. */
final class NumPyBins {
    private NumPyBins() {}

    static void into(Names names) {
        names.function("histogram(a, bins=, range=, normed=, weights=, density=)", NumPyBins::histogram);
        names.function("histogram_bin_edges(a, bins=, range=, weights=)",
                call -> edges(call, NumPyCalls.of(call).a("ravel", call.array("a"))));
        names.function("histogram2d(x, y, bins=, range=, density=, weights=)", NumPyBins::histogram2d);
        names.function("digitize(x, bins, right=)", NumPyBins::digitize);
    }

    private static NDArray edges(Call call, NDArray a) {
        NumPyCalls np = NumPyCalls.of(call);
        Object bins = call.given("bins") ? call.get("bins") : (Object) 10L;
        if (bins instanceof String name)
            bins = named(name, a, np);
        NDArray given = np.array(bins);
        if (given.ndim() > 1)
            throw ScriptError.value("`bins` must be 1d, when an array");
        if (given.ndim() == 1) {
            if (given.size() > 0 && np.truth(np.f("any", np.op(np.view(given, cut(null, -1L)), ">", np.view(given, cut(
                    1L, null))))))
                throw ScriptError.value("`bins` must increase monotonically, when an array");
            return given;
        }
        if (!given.dtype().isInteger())
            throw ScriptError.type("`bins` must be an integer, a string, or an array");
        if (given.getLong() < 1)
            throw ScriptError.value("`bins` must be positive, when an integer");
        Object[] range = range(call, a, np);
        NDArray edges = np.a("linspace", range[0], range[1], given.getLong() + 1);
        DType dtype = a.dtype().isFloat()
                ? org.stridescope.ufunc.Promotion.promote(a.dtype(), a.dtype())
                : DType.FLOAT64;
        return dtype == DType.FLOAT64 ? edges : Casting.to(edges, dtype, call.memory());
    }

    private static Object named(String name, NDArray a, NumPyCalls np) {
        double n = a.size();
        double spread = n == 0 ? 0 : Numbers.real(np.op(np.f("max", a), "-", np.f("min", a)));
        double width = switch (name) {
            case "sqrt" -> spread / Math.sqrt(n);
            case "sturges" -> spread / (Math.log(n) / Math.log(2) + 1);
            case "auto", "fd" -> {
                double middle = Numbers.real(np.op(np.f("percentile", a, 75L), "-", np.f("percentile", a, 25L)));
                double fd = 2 * middle / Math.cbrt(n);
                double sturges = spread / (Math.log(n) / Math.log(2) + 1);
                yield name.equals("fd") ? fd : fd > 0 ? Math.min(fd, sturges) : sturges;
            }
            case "rice" -> spread / (2 * Math.cbrt(n));
            case "scott" -> Math.cbrt(24 * Math.sqrt(Math.PI) / n) * Numbers.real(np.f("std", a));
            default -> throw ScriptError.value("'" + name + "' is not a valid estimator for `bins`");
        };
        return width > 0 ? (long) Math.ceil(spread / width) : 1L;
    }

    private static Object[] range(Call call, NDArray a, NumPyCalls np) {
        Object first;
        Object last;
        if (call.has("range")) {
            List<Object> both = call.interpreter().items(call.get("range"));
            first = both.get(0);
            last = both.get(1);
            if (Numbers.real(first) > Numbers.real(last))
                throw ScriptError.value("max must be larger than min in range parameter.");
        } else if (a.size() == 0) {
            return new Object[]{0L, 1L};
        } else {
            first = np.f("min", a);
            last = np.f("max", a);
            double low = Numbers.real(first);
            double high = Numbers.real(last);
            if (Double.isNaN(low) || Double.isInfinite(low) || Double.isNaN(high) || Double.isInfinite(high)) {
                throw ScriptError.value("autodetected range of [" + Repr.str(first) + ", " + Repr.str(last)
                        + "] is not finite");
            }
        }
        if (Numbers.real(first) == Numbers.real(last))
            return new Object[]{np.op(first, "-", 0.5), np.op(last, "+", 0.5)};
        return new Object[]{first, last};
    }

    private static Object histogram(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray a = np.a("ravel", call.array("a"));
        if (a.dtype() == DType.BOOL)
            a = Casting.to(a, DType.UINT8, call.memory());
        NDArray edges = edges(call, a);
        NDArray weights = call.has("weights") ? np.a("ravel", call.array("weights")) : null;
        if (weights != null && weights.size() != a.size())
            throw ScriptError.value("weights should have the same shape as a.");
        long n = edges.size() - 1;
        NDArray counts = NDArray.zeros(call.memory(), weights == null ? DType.INT64 : DType.FLOAT64, Math.max(0, n));
        for (long i = 0; i < a.size(); i++) {
            long bin = bin(a.getDouble(i), edges);
            if (bin < 0)
                continue;
            if (weights == null)
                counts.setLong(counts.getLong(bin) + 1, bin);
            else
                counts.setDouble(counts.getDouble(bin) + weights.getDouble(i), bin);
        }
        Object answer = counts;
        if (call.truth("density", false)) {
            NDArray widths = np.a("diff", edges);
            answer = np.op(np.op(counts, "/", widths), "/", np.f("sum", counts));
        } else if (weights != null && weights.dtype().isInteger()) {
            answer = Casting.to(counts, weights.dtype(), call.memory());
        }
        return PyTuple.of(answer, edges);
    }

    /** The bin of a value: each is closed below and open above, the last closed on both sides; -1 for none. */
    private static long bin(double value, NDArray edges) {
        long n = edges.size() - 1;
        if (n < 1 || !(value >= edges.getDouble(0) && value <= edges.getDouble(n)))
            return -1;
        long low = 0;
        long high = n;
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (value >= edges.getDouble(middle))
                low = middle;
            else
                high = middle;
        }
        return low;
    }

    private static Object histogram2d(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray x = call.array("x");
        NDArray y = call.array("y");
        if (x.size() != y.size())
            throw ScriptError.value("x and y must have the same length.");
        Object bins = call.given("bins") ? call.get("bins") : (Object) 10L;
        boolean two = !Numbers.isNumber(bins) && call.interpreter().items(bins).size() == 2;
        List<Object> each = two ? call.interpreter().items(bins) : List.of(bins, bins);
        List<Object> ranges = call.has("range")
                ? call.interpreter().items(call.get("range"))
                : List.of(Singleton.NONE, Singleton.NONE);
        NDArray ex = np.a("histogram_bin_edges", x, key("bins", each.get(0)), key("range", ranges.get(0)));
        NDArray ey = np.a("histogram_bin_edges", y, key("bins", each.get(1)), key("range", ranges.get(1)));
        NDArray counts = NDArray.zeros(call.memory(), DType.FLOAT64, ex.size() - 1, ey.size() - 1);
        for (long i = 0; i < x.size(); i++) {
            long row = bin(x.getDouble(i), ex);
            long column = bin(y.getDouble(i), ey);
            if (row >= 0 && column >= 0) {
                double weight = call.has("weights") ? call.array("weights").getDouble(i) : 1;
                counts.setDouble(counts.getDouble(row, column) + weight, row, column);
            }
        }
        return PyTuple.of(counts, ex, ey);
    }

    private static Object digitize(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray x = call.array("x");
        NDArray bins = call.array("bins");
        if (x.dtype().isComplex())
            throw ScriptError.type("x may not be complex");
        if (bins.ndim() != 1)
            throw ScriptError.value("object " + (bins.ndim() == 0 ? "of too small depth" : "too deep")
                    + " for desired array");
        boolean up = true;
        boolean down = true;
        for (long i = 1; i < bins.size(); i++) {
            up &= bins.getDouble(i) >= bins.getDouble(i - 1);
            down &= bins.getDouble(i) <= bins.getDouble(i - 1);
        }
        if (!up && !down)
            throw ScriptError.value("bins must be monotonically increasing or decreasing");
        String side = call.truth("right", false) ? "left" : "right";
        if (up)
            return np.f("searchsorted", bins, x, key("side", side));
        Object turned = np.f("flip", bins);
        return np.op(bins.size(), "-", np.f("searchsorted", turned, x, key("side", side)));
    }
}
