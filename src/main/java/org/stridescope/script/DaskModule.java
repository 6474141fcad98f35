package org.stridescope.script;

import java.util.List;
import java.util.Map;

import org.stridescope.array.DType;
import org.stridescope.chunked.BlockArithmetic;
import org.stridescope.chunked.BlockProduct;
import org.stridescope.chunked.BlockReshape;
import org.stridescope.chunked.BlockShapes;
import org.stridescope.chunked.ChunkedArray;
import org.stridescope.chunked.Rechunk;
import org.stridescope.script.Values.Custom;
import org.stridescope.script.Values.Module;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;
import org.stridescope.ufunc.Ufuncs;

/** The modules of dask: delayed calls and chunked arrays on our own scheduler; and h5py, glob and os.path beside them. */
final class DaskModule {
    private final DaskSettings settings = new DaskSettings();

    private DaskModule() {}

    static List<Module> all() {
        DaskModule made = new DaskModule();
        Module array = made.array();
        Module config = new Names().function("set(arg=, **kwargs)", made::set)
                .function("get(key, default=)", call -> {
                    Object value = made.settings.value(call.text("key", ""));
                    return value == null ? call.get("default") : value;
                }).module("dask.config");
        Module diagnostics = new Names().function("ProgressBar(**kwargs)", call -> made.nothing("ProgressBar"))
                .module("dask.diagnostics");
        Names dask = new Names().value("array", array).value("config", config).value("diagnostics", diagnostics)
                .value("__version__", "2022.12.1");
        dask.function("delayed(obj, name=, pure=, nout=, traverse=)", made::delayed);
        dask.function("compute(*args, scheduler=, num_workers=, optimize_graph=, traverse=, **kwargs)",
                call -> new PyTuple(DaskRun.compute(call, made.settings, ((PyTuple) call.get("args")).items())));
        dask.function("persist(*args, **kwargs)", call -> call.get("args"));
        dask.function("visualize(*args, filename=, **kwargs)",
                call -> DaskPicture.of(((PyTuple) call.get("args")).items()));
        if (array.names().get("random") instanceof Module random)
            return modules(dask.module("dask"), array, random, config, diagnostics);
        throw new IllegalStateException("dask.array has no random");
    }

    private static List<Module> modules(Module... dask) {
        List<Module> all = new java.util.ArrayList<>(List.of(dask));
        all.add(new Names().value("delayed", java.util.Objects.requireNonNull(dask[0].names().get("delayed")))
                .module("dask.delayed"));
        all.addAll(FileModules.all());
        return all;
    }

    private Object set(Call call) {
        Map<String, Object> given = new java.util.LinkedHashMap<>(call.named());
        given.remove("arg");
        if (call.get("arg") instanceof Values.PyDict dict)
            dict.entries.forEach((key, value) -> given.put(Repr.str(key), value));
        return settings.set(given);
    }

    private Custom nothing(String type) {
        return new Custom() {
            @Override
            public String typeName() {
                return type;
            }

            @Override
            public @org.jspecify.annotations.Nullable Object attribute(String name) {
                return name.equals("register") || name.equals("__exit__")
                        ? Attributes.bound(name + "()", call -> Singleton.NONE)
                        : null;
            }

            @Override
            public java.util.Collection<Object> holds() {
                return List.of();
            }
        };
    }

    private Object delayed(Call call) {
        Object value = call.get("obj");
        String name = call.has("name") ? call.text("name", "") : null;
        if (value instanceof DaskDelayed || value instanceof DaskFunction)
            return value;
        if (DaskFunction.isCallable(value))
            return new DaskFunction(settings, value, name);
        Values.Builtin same = new Values.Builtin(Signature.of("value(x)"), inner -> inner.get("x"));
        String kind = name != null ? name : Types.name(value);
        return new DaskDelayed(settings, kind, same, List.of(value), Map.of());
    }

    private Module array() {
        Names names = new Names();
        new DaskArrayCreation(settings).addTo(names);
        for (DType dtype : DType.values())
            names.value(dtype.pythonName(), new Values.DTypeValue(dtype));
        names.value("newaxis", Singleton.NONE).value("pi", Math.PI).value("inf", Double.POSITIVE_INFINITY).value("nan",
                Double.NaN);
        Ufuncs.all().forEach((name, ufunc) -> names.function(
                name + (ufunc.operands() == 1 ? "(x, **kwargs)" : "(x, y, **kwargs)"), call -> {
                    Object x = call.get("x");
                    Object[] operands = ufunc.operands() == 1 ? new Object[]{x} : new Object[]{x, call.get("y")};
                    DaskArray any = DaskArray.of(DaskArray.chunked(
                            x instanceof DaskArray || ufunc.operands() == 1 ? x : call.get("y"), call), settings);
                    return any.apply(name, ufunc, call, operands);
                }));
        for (String name : List.of("sum", "prod", "mean", "std", "var", "min", "max", "any", "all"))
            names.function(name + "(a, " + DaskArrayMethods.REDUCING + ")",
                    call -> of(DaskArrayMethods.reduce(name, chunked(call, "a"), call)));
        joining(names);
        shaping(names);
        return names.module("dask.array");
    }

    private Object of(ChunkedArray array) {
        return DaskArray.of(array, settings);
    }

    private static ChunkedArray chunked(Call call, String name) {
        return DaskArray.chunked(call.get(name), call);
    }

    private void joining(Names names) {
        names.function("stack(seq, axis=, **kwargs)",
                call -> of(BlockShapes.stack(arrays(call), call.axis("axis", 0))));
        names.function("concatenate(seq, axis=, **kwargs)",
                call -> of(BlockShapes.concatenate(arrays(call), call.axis("axis", 0))));
        names.function("dot(a, b)",
                call -> of(BlockProduct.of("sum-aggregate", chunked(call, "a"), chunked(call, "b"))));
        names.function("matmul(a, b)", call -> of(BlockProduct.of("_chunk_sum-aggregate", chunked(call, "a"), chunked(
                call, "b"))));
        names.function("map_blocks(func, *args, dtype=, name=, **kwargs)", call -> DaskArrayMethods.mapBlocks(settings,
                call, ((PyTuple) call.get("args")).items()));
    }

    private static List<ChunkedArray> arrays(Call call) {
        return call.interpreter().items(call.get("seq")).stream().map(item -> DaskArray.chunked(item, call)).toList();
    }

    private void shaping(Names names) {
        names.function("transpose(a, axes=)", call -> of(DaskArrayMethods.transposed(chunked(call, "a"),
                List.of(call.get("axes")))));
        names.function("reshape(x, shape, **kwargs)",
                call -> of(BlockReshape.of(chunked(call, "x"), call.shape("shape"))));
        names.function("ravel(a)", call -> of(BlockReshape.of(chunked(call, "a"), -1)));
        names.function("rechunk(x, chunks=, **kwargs)", call -> {
            ChunkedArray x = chunked(call, "x");
            return of(Rechunk.of(x, DaskChunks.of(call.has("chunks") ? call.get("chunks") : "auto", x.shape(),
                    x.dtype(), x.chunks(), call.interpreter())));
        });
        names.function("compute(*args, scheduler=, num_workers=, **kwargs)",
                call -> new PyTuple(DaskRun.compute(call, settings, ((PyTuple) call.get("args")).items())));
        names.function("astype(x, dtype)", call -> of(BlockArithmetic.cast(chunked(call, "x"), call.dtype("dtype",
                DType.FLOAT64))));
    }
}
