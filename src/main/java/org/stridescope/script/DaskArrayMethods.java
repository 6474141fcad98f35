package org.stridescope.script;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.DType;
import org.stridescope.chunked.BlockArithmetic;
import org.stridescope.chunked.BlockFunctions;
import org.stridescope.chunked.BlockProduct;
import org.stridescope.chunked.BlockReduction;
import org.stridescope.chunked.BlockReshape;
import org.stridescope.chunked.BlockShapes;
import org.stridescope.chunked.ChunkedArray;
import org.stridescope.chunked.Chunks;
import org.stridescope.chunked.Computation;
import org.stridescope.chunked.Rechunk;
import org.stridescope.schedule.Executor;
import org.stridescope.schedule.RunOptions;
import org.stridescope.schedule.ScheduleError;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.ufunc.Ufuncs;

/** Methods of chunked arrays; the same functions are in {@code dask.array} with the array first. */
final class DaskArrayMethods {
    /** The options that reductions take. */
    static final String REDUCING = "axis=, dtype=, keepdims=, ddof=, split_every=, out=";

    private DaskArrayMethods() {}

    static @Nullable Object of(DaskArray self, String name) {
        ChunkedArray array = self.array();
        return switch (name) {
            case "compute" -> Attributes.bound("compute(*, scheduler=, num_workers=, **kwargs)",
                    call -> DaskRun.compute(call, self.settings(), List.of(self)).getFirst());
            case "persist" -> Attributes.bound("persist(*, scheduler=, num_workers=, **kwargs)",
                    call -> persist(self, call));
            case "visualize" -> Attributes.bound("visualize(filename=, **kwargs)",
                    call -> DaskPicture.of(List.of(self)));
            case "rechunk" -> Attributes.bound("rechunk(chunks=, **kwargs)", call -> with(self, Rechunk.of(array,
                    rechunked(array, call))));
            case "reshape" -> Attributes.bound("reshape(*shape, merge_chunks=, limit=)", call -> with(self,
                    BlockReshape.of(array, shape(call))));
            case "ravel", "flatten" -> Attributes.bound(name + "()", call -> with(self, BlockReshape.of(array, -1)));
            case "transpose" -> Attributes.bound("transpose(*axes)", call -> with(self, transposed(array,
                    ((PyTuple) call.get("axes")).items())));
            case "astype" -> Attributes.bound("astype(dtype, **kwargs)", call -> with(self, BlockArithmetic.cast(array,
                    call.dtype("dtype", DType.FLOAT64))));
            case "map_blocks" -> Attributes.bound("map_blocks(func, *args, dtype=, name=, **kwargs)",
                    call -> mapBlocks(self, call));
            case "dot" -> Attributes.bound("dot(other)",
                    call -> with(self, BlockProduct.of("sum-aggregate", array, DaskArray.chunked(
                            call.get("other"), call))));
            default -> reduces(name)
                    ? Attributes.bound(name + "(" + REDUCING + ")", call -> with(self, reduce(name, array, call)))
                    : null;
        };
    }

    private static Object with(DaskArray self, ChunkedArray array) {
        return DaskArray.of(array, self.settings());
    }

    static boolean reduces(String name) {
        return List.of("sum", "prod", "mean", "std", "var", "min", "max", "any", "all").contains(name);
    }

    static ChunkedArray reduce(String name, ChunkedArray array, Call call) {
        int[] axes = call.axes("axis");
        boolean keep = call.truth("keepdims", false);
        DType dtype = call.dtype("dtype");
        return switch (name) {
            case "sum" -> BlockReduction.reduce("sum", Ufuncs.ADD, array, axes, keep, dtype);
            case "prod" -> BlockReduction.reduce("prod", Ufuncs.MULTIPLY, array, axes, keep, dtype);
            case "min" -> BlockReduction.reduce("amin", Ufuncs.MINIMUM, array, axes, keep, null);
            case "max" -> BlockReduction.reduce("amax", Ufuncs.MAXIMUM, array, axes, keep, null);
            case "any" -> BlockReduction.reduce("any", Ufuncs.LOGICAL_OR, array, axes, keep, null);
            case "all" -> BlockReduction.reduce("all", Ufuncs.LOGICAL_AND, array, axes, keep, null);
            case "mean" -> BlockReduction.mean(array, axes, keep, dtype);
            case "var" -> BlockReduction.variance(array, axes, keep, call.whole("ddof", 0));
            default -> BlockReduction.deviation(array, axes, keep, call.whole("ddof", 0));
        };
    }

    private static Chunks rechunked(ChunkedArray array, Call call) {
        Object given = call.has("chunks") ? call.get("chunks") : "auto";
        return DaskChunks.of(given, array.shape(), array.dtype(), array.chunks(), call.interpreter());
    }

    static long[] shape(Call call) {
        List<Object> items = ((PyTuple) call.get("shape")).items();
        return Numbers.shape(items.size() == 1 ? items.getFirst() : new PyTuple(items), call.interpreter());
    }

    static ChunkedArray transposed(ChunkedArray array, List<Object> axes) {
        List<Object> given = axes.size() == 1 && axes.getFirst() instanceof PyTuple tuple ? tuple.items() : axes;
        return given.isEmpty() || given.getFirst() == Values.Singleton.NONE
                ? BlockShapes.transpose(array)
                : BlockShapes.transpose(array, given.stream().mapToInt(Numbers::axis).toArray());
    }

    private static Object persist(DaskArray self, Call call) {
        try (Executor executor = self.settings().executor(call)) {
            return with(self, Computation.persist(self.array(), executor, RunOptions.DEFAULT));
        } catch (ScheduleError e) {
            throw DaskRun.asScript(e, call.interpreter());
        }
    }

    private static Object mapBlocks(DaskArray self, Call call) {
        List<Object> arguments = new java.util.ArrayList<>(List.of(self));
        arguments.addAll(((PyTuple) call.get("args")).items());
        return mapBlocks(self.settings(), call, arguments);
    }

    /** Every array among the arguments gives its block, all else goes to each call. */
    static Object mapBlocks(DaskSettings settings, Call call, List<Object> arguments) {
        Object function = call.get("func");
        List<ChunkedArray> arrays = new java.util.ArrayList<>();
        for (Object argument : arguments)
            if (argument instanceof DaskArray array)
                arrays.add(array.array());
        if (arrays.isEmpty())
            throw ScriptError.type("map_blocks needs at least one chunked array");
        BlockFunctions.Function each = new MapBlocks(call.interpreter(), function,
                Capture.each(arguments, argument -> argument instanceof DaskArray ? MapBlocks.Block.HERE : argument));
        DType dtype = call.has("dtype") ? call.dtype("dtype", DType.FLOAT64) : sample(each, arrays, call);
        return DaskArray.of(BlockFunctions.map(DaskFunction.name(function), dtype, each, arrays), settings);
    }

    /** As dask finds a function's dtype: by calling it with blocks of one item. */
    private static DType sample(BlockFunctions.Function each, List<ChunkedArray> arrays, Call call) {
        return each.apply(arrays.stream().map(array -> {
            long[] shape = new long[array.ndim()];
            java.util.Arrays.fill(shape, 1);
            org.stridescope.array.NDArray one = org.stridescope.array.NDArray.zeros(call.memory(), array.dtype(),
                    shape);
            one.setDouble(1, new long[shape.length]);
            return one;
        }).toList(), call.memory()).dtype();
    }
}
