package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.DType;
import org.stridescope.chunked.ChunkSpec;
import org.stridescope.chunked.Chunks;
import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;

/** What stands behind {@code chunks=}: a length, lengths by axis, -1, 'auto', '64MiB', a dict of axes. */
final class DaskChunks {
    private static final Map<String, Long> UNITS = Map.ofEntries(Map.entry("", 1L), Map.entry("b", 1L),
            Map.entry("kb", 1000L), Map.entry("mb", 1_000_000L), Map.entry("gb", 1_000_000_000L),
            Map.entry("kib", 1L << 10), Map.entry("mib", 1L << 20), Map.entry("gib", 1L << 30),
            Map.entry("k", 1000L), Map.entry("m", 1_000_000L), Map.entry("g", 1_000_000_000L));

    private DaskChunks() {}

    /** {@code before} is how the array is cut now, for axes that are not named; null where it is new. */
    static Chunks of(Object given, long[] shape, DType dtype, @Nullable Chunks before, Interpreter in) {
        long[] limit = {ChunkSpec.ADVISED_BYTES};
        ChunkSpec[] specs = switch (given) {
            case PyDict dict -> named(dict, shape, before, limit);
            case PyTuple tuple -> listed(tuple.items(), shape, limit, in);
            case PyList list -> listed(list.items, shape, limit, in);
            default -> ChunkSpec.everywhere(one(given, limit), shape.length);
        };
        return ChunkSpec.normalize(specs, shape, dtype, limit[0]);
    }

    private static ChunkSpec[] named(PyDict dict, long[] shape, @Nullable Chunks before, long[] limit) {
        ChunkSpec[] specs = ChunkSpec.everywhere(ChunkSpec.WHOLE, shape.length);
        for (int axis = 0; axis < shape.length && before != null; axis++)
            specs[axis] = new ChunkSpec.Lengths(before.axis(axis));
        dict.entries.forEach((key, value) -> {
            int axis = org.stridescope.array.Layout.normalizeAxis(Numbers.axis(key), shape.length);
            specs[axis] = one(value, limit);
        });
        return specs;
    }

    private static ChunkSpec[] listed(List<Object> items, long[] shape, long[] limit, Interpreter in) {
        // several lengths for one axis are its chunks
        if (shape.length == 1 && items.size() > 1)
            return new ChunkSpec[]{one(new PyTuple(items), limit)};
        List<ChunkSpec> specs = new ArrayList<>();
        for (Object item : items)
            specs.add(one(item, limit));
        return specs.toArray(ChunkSpec[]::new);
    }

    private static ChunkSpec one(Object value, long[] limit) {
        return switch (value) {
            case Singleton none when none == Singleton.NONE -> ChunkSpec.WHOLE;
            case String word when word.equals("auto") -> ChunkSpec.AUTO;
            case String bytes -> {
                limit[0] = bytes(bytes);
                yield ChunkSpec.AUTO;
            }
            case PyTuple tuple -> new ChunkSpec.Lengths(tuple.items().stream().mapToLong(DaskChunks::length).toArray());
            case PyList list -> new ChunkSpec.Lengths(list.items.stream().mapToLong(DaskChunks::length).toArray());
            default -> length(value) == -1 ? ChunkSpec.WHOLE : new ChunkSpec.Length(length(value));
        };
    }

    private static long length(Object value) {
        if (value instanceof Double real && real != Math.rint(real) || !Numbers.isNumber(value))
            throw ScriptError.value("chunks can only contain integers.");
        return (long) Numbers.real(value);
    }

    private static long bytes(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < word.length() && (Character.isDigit(word.charAt(end)) || word.charAt(end) == '.'))
            end++;
        Long unit = UNITS.get(word.substring(end).strip());
        if (end == 0 || unit == null)
            throw ScriptError.value("Could not interpret '" + text + "' as a byte unit");
        return (long) (Double.parseDouble(word.substring(0, end)) * unit);
    }
}
