package org.stridescope.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What a benchmark found; figures that were not measured are NaN. */
public record BenchmarkReport(String metric, long n, long m, long k, int threads, List<Variant> variants,
        Limits limits) {

    /** The most that the machine can do: bytes stored to memory, and float64 operations, a second. */
    public record Limits(double storeBytesPerSecond, double flops) {}

    /**
     * @param available whether it could be run on this problem; {@code reason} is why not, or what was wrong; null where it
     *        was timed
     * @param lowSeconds start of the 95 % interval of the median, by order statistics; {@code highSeconds} its end
     * @param elementsPerSecond n m k / median
     * @param bytesPerSecond bytes of the points read once and the result written once / median
     * @param peakBytes rise of the resident set during one run at most; what the kernel says it takes where the system does
     *        not tell
     * @param maxAbsError largest difference from the reference
     * @param ratio how many times as fast as the first variant that was timed
     */
    public record Variant(String name, boolean available, @Nullable String reason, int repetitions,
            double medianSeconds,
            double minSeconds, double maxSeconds, double lowSeconds, double highSeconds, double elementsPerSecond,
            double bytesPerSecond, long peakBytes, double maxAbsError, double ratio) {

        static Variant missing(String name, String reason) {
            return untimed(name, false, reason, 0, Double.NaN);
        }

        static Variant untimed(String name, boolean available, String reason, long peakBytes, double error) {
            double none = Double.NaN;
            return new Variant(name, available, reason, 0, none, none, none, none, none, none, none, peakBytes, error,
                    none);
        }

        /** Ran, and gave a wrong result or none. */
        public boolean failed() {
            return available && reason != null;
        }

        private Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", name);
            json.put("available", available);
            put(json, "reason", reason);
            put(json, "median_s", medianSeconds);
            put(json, "min_s", minSeconds);
            put(json, "max_s", maxSeconds);
            put(json, "median_low_s", lowSeconds);
            put(json, "median_high_s", highSeconds);
            json.put("repetitions", repetitions);
            put(json, "elements_per_s", elementsPerSecond);
            put(json, "bytes_per_s", bytesPerSecond);
            json.put("peak_bytes", peakBytes);
            put(json, "max_abs_error", maxAbsError);
            put(json, "ratio", ratio);
            return json;
        }
    }

    /** Whether every variant that could run gave the right result. */
    public boolean allRight() {
        return variants.stream().noneMatch(Variant::failed);
    }

    /** As {@code bench --json} prints it; what was not measured is null. */
    public Map<String, Object> json(Map<String, ?> machine) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("machine", machine);
        json.put("n", n);
        json.put("m", m);
        json.put("k", k);
        json.put("metric", metric);
        json.put("threads", threads);
        json.put("variants", variants.stream().map(Variant::json).toList());
        Map<String, Object> most = new LinkedHashMap<>();
        put(most, "store_bytes_per_s", limits.storeBytesPerSecond());
        put(most, "flops", limits.flops());
        json.put("limits", most);
        return json;
    }

    @SuppressWarnings("NullAway") // JSON has null; the map of it has too
    private static void put(Map<String, Object> json, String key, @Nullable Object value) {
        json.put(key, value instanceof Double number && !Double.isFinite(number) ? null : value);
    }
}
