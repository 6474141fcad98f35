package org.stridescope.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What a benchmark found; figures that were not measured are NaN. */
public record BenchmarkReport(DistanceExperiment experiment, long n, long m, long k, List<Variant> variants,
        Limits limits, Noise noise, Overhead overhead) {

    /** The most that the machine can do: bytes stored to memory, and float64 operations, a second. */
    public record Limits(double storeBytesPerSecond, double flops) {}

    /**
     * How steady the machine was: a fixed loop of about a millisecond, timed before every run.
     *
     * @param spread from its 10th to its 90th percentile, as a share of the median
     */
    public record Noise(int samples, double medianSeconds, double spread) {
        /** A share of the time above which differences between variants are not to be trusted. */
        public static final double MOST = 0.1;
        public static final Noise NONE = new Noise(0, Double.NaN, Double.NaN);

        public boolean isNoisy() {
            return spread > MOST;
        }
    }

    /**
     * What measuring costs.
     *
     * @param timerSeconds two readings of the clock, which every timed run has in it
     * @param samplingShare of one core that the samplers of a recorded race take; a benchmark runs without them
     */
    public record Overhead(double timerSeconds, double samplingShare) {
        public static final Overhead NONE = new Overhead(Double.NaN, Double.NaN);
    }

    /**
     * Bytes beside points and result.
     *
     * @param peak rise of the resident set during one run at most; -1 where the system does not tell
     * @param predicted what the kernel says that it takes
     */
    public record Bytes(long peak, long predicted) {
        /** The measured figure, or the predicted one where there is none. */
        public long best() {
            return peak >= 0 ? peak : predicted;
        }
    }

    /**
     * @param available whether it could be run on this problem; {@code reason} is why not, or what was wrong; null where it
     *        is right
     * @param repetitions runs timed by now
     * @param lowSeconds start of the interval of the median by order statistics, {@code highSeconds} its end,
     *        {@code confidence} the probability that the median lies in it: 0.95 or more from 6 runs on
     * @param callSeconds what a run takes on one point against one point: the call, its checks, its threads
     * @param elementsPerSecond n m k / median
     * @param bytesPerSecond bytes of the points read once and the result written once / median
     * @param maxAbsError largest difference from the reference
     * @param ratio how many times as fast as the first variant that was timed
     */
    public record Variant(String name, boolean available, @Nullable String reason, int repetitions,
            double medianSeconds, double minSeconds, double maxSeconds, double lowSeconds, double highSeconds,
            double confidence, double callSeconds, double elementsPerSecond, double bytesPerSecond, Bytes bytes,
            double maxAbsError, double ratio) {

        static Variant missing(String name, String reason) {
            return untimed(name, false, reason, new Bytes(0, 0), Double.NaN);
        }

        static Variant untimed(String name, boolean available, @Nullable String reason, Bytes bytes, double error) {
            double none = Double.NaN;
            return new Variant(name, available, reason, 0, none, none, none, none, none, none, none, none, none, bytes,
                    error, none);
        }

        /** Ran, and gave a wrong result or none. */
        public boolean failed() {
            return available && reason != null;
        }

        /** Checked and timed. */
        public boolean isTimed() {
            return repetitions > 0;
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
            put(json, "median_confidence", confidence);
            json.put("repetitions", repetitions);
            put(json, "call_s", callSeconds);
            put(json, "elements_per_s", elementsPerSecond);
            put(json, "bytes_per_s", bytesPerSecond);
            json.put("peak_bytes", bytes.best());
            json.put("predicted_bytes", bytes.predicted());
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
        json.put("metric", experiment.metric().label());
        json.put("dtype", experiment.dtype().pythonName());
        json.put("threads", experiment.threads());
        json.put("seed", experiment.seed());
        json.put("variants", variants.stream().map(Variant::json).toList());
        json.put("limits", object("store_bytes_per_s", limits.storeBytesPerSecond(), "flops", limits.flops()));
        Map<String, Object> steadiness = object("loop_s", noise.medianSeconds(), "spread", noise.spread());
        steadiness.put("samples", noise.samples());
        steadiness.put("noisy", noise.isNoisy());
        json.put("noise", steadiness);
        json.put("overhead",
                object("timer_s", overhead.timerSeconds(), "sampling_share", overhead.samplingShare()));
        return json;
    }

    private static Map<String, Object> object(String first, double one, String second, double two) {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, first, one);
        put(json, second, two);
        return json;
    }

    @SuppressWarnings("NullAway") // JSON has null; the map of it has too
    private static void put(Map<String, Object> json, String key, @Nullable Object value) {
        json.put(key, value instanceof Double number && !Double.isFinite(number) ? null : value);
    }
}
