package org.stridescope.script;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.chunked.BlockCreation;
import org.stridescope.chunked.ChunkSpec;
import org.stridescope.chunked.ChunkedArray;
import org.stridescope.chunked.Chunks;
import org.stridescope.io.ArraySource;
import org.stridescope.script.Values.Custom;
import org.stridescope.script.Values.Module;
import org.stridescope.script.Values.Singleton;

/** {@code da.ones}, {@code da.arange}, {@code da.from_array}, {@code da.random} and their kin. */
final class DaskArrayCreation {
    private final DaskSettings settings;

    DaskArrayCreation(DaskSettings settings) {
        this.settings = settings;
    }

    void addTo(Names names) {
        full(names, "ones", 1);
        full(names, "zeros", 0);
        full(names, "empty", 0);
        names.function("full(shape, fill_value, dtype=, chunks=, **kwargs)", call -> {
            NDArray value = Arrays.of(call.get("fill_value"), call.memory());
            DType dtype = call.dtype("dtype", value.dtype());
            NDArray kept = value.copy(ArrayMemory.collected());
            return of(BlockCreation.full("full", chunks(call, call.shape("shape"), dtype), dtype, kept));
        });
        names.function("arange(start, stop=, step=, chunks=, dtype=, **kwargs)", this::range);
        names.function("linspace(start, stop, num=, chunks=, dtype=, **kwargs)", call -> {
            long count = call.whole("num", 50);
            double step = count > 1 ? (call.number("stop", 0) - call.number("start", 0)) / (count - 1) : 0;
            return of(BlockCreation.range("linspace", chunks(call, new long[]{count}, DType.FLOAT64), DType.FLOAT64,
                    call.number("start", 0), step));
        });
        names.function("from_array(x, chunks=, name=, lock=, asarray=, **kwargs)", this::fromArray);
        names.alias("asarray", "from_array").alias("array", "from_array");
        names.value("random", random());
    }

    private Object of(ChunkedArray array) {
        return DaskArray.of(array, settings);
    }

    private static Chunks chunks(Call call, long[] shape, DType dtype) {
        Object given = call.has("chunks") ? call.get("chunks") : "auto";
        return DaskChunks.of(given, shape, dtype, null, call.interpreter());
    }

    private void full(Names names, String name, double value) {
        names.function(name + "(shape, dtype=, chunks=, **kwargs)", call -> {
            DType dtype = call.dtype("dtype", DType.FLOAT64);
            return of(BlockCreation.full(name + "_like", chunks(call, call.shape("shape"), dtype), dtype, value));
        });
        names.function(name + "_like(a, dtype=, chunks=, **kwargs)", call -> {
            ChunkedArray like = DaskArray.chunked(call.get("a"), call);
            DType dtype = call.dtype("dtype", like.dtype());
            return of(BlockCreation.full(name + "_like", call.has("chunks")
                    ? chunks(call, like.shape(), dtype)
                    : like.chunks(), dtype, value));
        });
    }

    private Object range(Call call) {
        double first = call.has("stop") ? call.number("start", 0) : 0;
        double stop = call.has("stop") ? call.number("stop", 0) : call.number("start", 0);
        double step = call.number("step", 1);
        if (step == 0)
            throw new ScriptError("ZeroDivisionError", "division by zero");
        boolean real = call.get("start") instanceof Double || call.get("stop") instanceof Double
                || call.get("step") instanceof Double;
        DType dtype = call.dtype("dtype", real ? DType.FLOAT64 : DType.INT64);
        long[] shape = {Math.max(0, (long) Math.ceil((stop - first) / step))};
        return of(BlockCreation.range("arange", chunks(call, shape, dtype), dtype, first, step));
    }

    private Object fromArray(Call call) {
        Object x = call.get("x");
        if (x instanceof DaskArray)
            return x;
        if (x instanceof Hdf5Values.Dataset dataset) {
            ArraySource source = dataset.source();
            Chunks chunks = call.has("chunks")
                    ? chunks(call, source.shape(), source.dtype())
                    : automatic(source);
            return of(BlockCreation.of(source, chunks));
        }
        NDArray array = Arrays.of(x, call.memory());
        return of(BlockCreation.of(array, chunks(call, array.shape(), array.dtype())));
    }

    static ChunkedArray chunked(NDArray array) {
        return BlockCreation.of(array, ChunkSpec.normalize(ChunkSpec.everywhere(ChunkSpec.AUTO, array.ndim()),
                array.shape(), array.dtype(), ChunkSpec.ADVISED_BYTES));
    }

    static ChunkedArray chunked(Hdf5Values.Dataset dataset) {
        return BlockCreation.of(dataset.source(), automatic(dataset.source()));
    }

    /** Of a file that keeps blocks itself, each chunk is made of whole ones, so that none is unpacked twice. */
    private static Chunks automatic(ArraySource source) {
        long[] shape = source.shape();
        Chunks chunks = ChunkSpec.normalize(ChunkSpec.everywhere(ChunkSpec.AUTO, shape.length), shape, source.dtype(),
                ChunkSpec.ADVISED_BYTES);
        long[] blocks = source.blocks();
        for (int axis = 0; blocks != null && axis < shape.length; axis++) {
            long whole = chunks.largest()[axis] / blocks[axis] * blocks[axis];
            if (chunks.count(axis) > 1)
                chunks = chunks.with(axis, Chunks.regular(shape[axis], Math.max(blocks[axis], whole)));
        }
        return chunks;
    }

    private Module random() {
        Names names = new Names();
        drawing(names, settings);
        names.function("seed(seed=)", call -> {
            settings.seed(call.whole("seed"));
            return Singleton.NONE;
        });
        names.function("RandomState(seed=, **kwargs)", this::state);
        names.function("default_rng(seed=)", this::state);
        return names.module("dask.array.random");
    }

    private Object state(Call call) {
        DaskSettings own = new DaskSettings();
        own.seed(call.has("seed") ? call.whole("seed") : settings.nextSeed());
        Names names = new Names();
        drawing(names, own);
        return new Custom() {
            @Override
            public String typeName() {
                return "RandomState";
            }

            @Override
            public @org.jspecify.annotations.Nullable Object attribute(String name) {
                return names.map().get(name);
            }

            @Override
            public java.util.Collection<Object> holds() {
                return java.util.List.of();
            }
        };
    }

    private void drawing(Names names, DaskSettings seeds) {
        names.function("random(size=, chunks=, **kwargs)", call -> of(BlockCreation.random(chunks(call, size(call),
                DType.FLOAT64), seeds.nextSeed())));
        names.alias("random_sample", "random");
        names.function("uniform(low=, high=, size=, chunks=, **kwargs)", call -> {
            double low = call.number("low", 0);
            double high = call.number("high", 1);
            return of(BlockCreation.random("uniform", chunks(call, size(call), DType.FLOAT64), DType.FLOAT64,
                    seeds.nextSeed(), (draws, out) -> draws.uniform(out, low, high)));
        });
        names.function("normal(loc=, scale=, size=, chunks=, **kwargs)", call -> {
            double loc = call.number("loc", 0);
            double scale = call.number("scale", 1);
            return of(BlockCreation.random("normal", chunks(call, size(call), DType.FLOAT64), DType.FLOAT64,
                    seeds.nextSeed(), (draws, out) -> draws.normal(out, loc, scale)));
        });
        names.function("standard_normal(size=, chunks=, **kwargs)", call -> of(BlockCreation.random("standard_normal",
                chunks(call, size(call), DType.FLOAT64), DType.FLOAT64, seeds.nextSeed(),
                (draws, out) -> draws.normal(out, 0, 1))));
        names.function("randint(low, high=, size=, chunks=, **kwargs)", call -> {
            long low = call.has("high") ? call.whole("low") : 0;
            long high = call.has("high") ? call.whole("high") : call.whole("low");
            if (high <= low)
                throw ScriptError.value("low >= high");
            return of(BlockCreation.random("randint", chunks(call, size(call), DType.INT64), DType.INT64,
                    seeds.nextSeed(), (draws, out) -> draws.integers(out, low, high - 1)));
        });
        names.alias("integers", "randint");
    }

    private static long[] size(Call call) {
        return call.has("size") ? call.shape("size") : new long[0];
    }
}
