package org.stridescope.script;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stridescope.script.Values.Module;
import org.stridescope.script.Values.PyList;

/** Python's {@code statistics}: sums are exact, results are rounded once. */
final class Statistics {
    private static final MathContext DIGITS = new MathContext(60);

    private Statistics() {}

    static Module make() {
        Names names = new Names();
        names.function("mean(data)", call -> {
            List<Object> data = data(call, "mean", 1);
            BigDecimal mean = mean(data);
            boolean whole = data.stream().allMatch(item -> item instanceof Long || item instanceof Boolean);
            return whole && mean.remainder(BigDecimal.ONE).signum() == 0
                    ? Numbers.small(mean.toBigInteger())
                    : (Object) mean.doubleValue();
        });
        names.function("fmean(data)", call -> mean(data(call, "fmean", 1)).doubleValue());
        names.function("median(data)", call -> {
            List<Object> data = sorted(call, "median");
            int half = data.size() / 2;
            if (data.size() % 2 == 1)
                return data.get(half);
            return Operators.binary("/", Operators.binary("+", data.get(half - 1), data.get(half), call.interpreter()),
                    2L, call.interpreter());
        });
        names.function("median_low(data)", call -> {
            List<Object> data = sorted(call, "median_low");
            return data.get((data.size() - 1) / 2);
        });
        names.function("median_high(data)", call -> {
            List<Object> data = sorted(call, "median_high");
            return data.get(data.size() / 2);
        });
        names.function("variance(data)", call -> squares(data(call, "variance", 2), 1).doubleValue());
        names.function("pvariance(data)", call -> squares(data(call, "pvariance", 1), 0).doubleValue());
        names.function("stdev(data)", call -> squares(data(call, "stdev", 2), 1).sqrt(DIGITS).doubleValue());
        names.function("pstdev(data)", call -> squares(data(call, "pstdev", 1), 0).sqrt(DIGITS).doubleValue());
        names.function("mode(data)", call -> modes(call).getFirst());
        names.function("multimode(data)", call -> new PyList(modes(call)));
        return names.module("statistics");
    }

    private static List<Object> data(Call call, String name, int least) {
        List<Object> data = call.interpreter().items(call.get("data"));
        if (data.size() < least)
            throw new ScriptError("StatisticsError", name + " requires at least " + (least == 1
                    ? "one data point"
                    : "two data points"));
        return data;
    }

    private static List<Object> sorted(Call call, String name) {
        return PythonFunctions.sorted(data(call, name, 1), call);
    }

    /** The sum of ints and floats without any rounding. */
    static BigDecimal exact(List<Object> items) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Object item : items) {
            if (item instanceof java.math.BigInteger big) {
                sum = sum.add(new BigDecimal(big));
                continue;
            }
            double value = Numbers.real(item);
            if (!Double.isFinite(value))
                throw ScriptError.value("sums of nan and inf are not supported here");
            sum = sum.add(item instanceof Long whole ? BigDecimal.valueOf(whole) : new BigDecimal(value));
        }
        return sum;
    }

    private static BigDecimal mean(List<Object> data) {
        return exact(data).divide(BigDecimal.valueOf(data.size()), DIGITS);
    }

    private static BigDecimal squares(List<Object> data, int lost) {
        BigDecimal mean = mean(data);
        BigDecimal sum = BigDecimal.ZERO;
        for (Object item : data)
            sum = sum.add(exact(List.of(item)).subtract(mean).pow(2, DIGITS), DIGITS);
        return sum.divide(BigDecimal.valueOf(data.size() - lost), DIGITS);
    }

    private static List<Object> modes(Call call) {
        Map<Object, Integer> counts = new LinkedHashMap<>();
        for (Object item : data(call, "mode", 1))
            counts.merge(Truth.key(item), 1, Integer::sum);
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<Object> modes = new ArrayList<>();
        counts.forEach((key, count) -> {
            if (count == most)
                modes.add(key);
        });
        return modes;
    }
}
