package org.stridescope.lab.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.NDArray;
import org.stridescope.schedule.ValueText;

/**
 * What a graph yielded and what it took.
 *
 * @param answer as {@link GraphPlan#answer} gave it
 * @param movedBytes copied from and to workers in other processes
 * @param peakResidentBytes the most that this process and its workers held; -1 where the system does not tell
 */
public record GraphOutcome(@Nullable Object answer, String scheduler, double wallSeconds, int tasks, int workers,
        int retried, long movedBytes, long spilledBytes, long peakResidentBytes) {

    /** The keys that the command line promises. */
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("result", plain(answer));
        json.put("wall_s", wallSeconds);
        json.put("tasks", tasks);
        json.put("workers", workers);
        json.put("retried", retried);
        json.put("moved_bytes", movedBytes);
        json.put("spilled_bytes", spilledBytes);
        json.put("peak_rss_bytes", peakResidentBytes < 0 ? null : peakResidentBytes);
        json.put("scheduler", scheduler);
        return json;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number _,String _,Boolean _ -> value;
            case NDArray array when array.size() == 1 -> array.doubleAt(array.layout().offset());
            case NDArray array -> ofArray(array);
            case List<?> list -> plain(list);
            default -> ValueText.of(value);
        };
    }

    private static List<@Nullable Object> plain(List<?> list) {
        List<@Nullable Object> all = new ArrayList<>();
        for (Object item : list)
            all.add(plain(item));
        return all;
    }

    private static Map<String, Object> ofArray(NDArray array) {
        List<Long> shape = java.util.Arrays.stream(array.shape()).boxed().toList();
        return Map.of("dtype", array.dtype().pythonName(), "shape", shape, "mean", mean(array));
    }

    private static double mean(NDArray array) {
        double total = 0;
        long rows = array.ndim() == 1 ? 1 : array.shape(0);
        for (long row = 0; row < rows; row++) {
            NDArray line = array.ndim() == 1 ? array : array.slice(org.stridescope.array.Slice.of(row, row + 1));
            total += org.stridescope.ufunc.Reduction.reduce(org.stridescope.ufunc.Ufuncs.ADD, line, null, false, null,
                    null, org.stridescope.array.ArrayMemory.collected()).doubleAt(0);
        }
        return total / array.size();
    }

    /** For a person. */
    public String answerText() {
        Object plain = plain(answer);
        return plain instanceof Map<?, ?> map
                ? map.get("dtype") + " " + map.get("shape") + ", mean " + map.get("mean")
                : String.valueOf(plain);
    }
}
