package org.stridescope.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.NDArray;
import org.stridescope.chunked.BlockArithmetic;
import org.stridescope.chunked.BlockArithmetic.Operand;
import org.stridescope.chunked.BlockIndexing;
import org.stridescope.chunked.BlockProduct;
import org.stridescope.chunked.BlockShapes;
import org.stridescope.chunked.ChunkedArray;
import org.stridescope.chunked.Chunks;
import org.stridescope.script.Values.DTypeValue;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.ufunc.Ufunc;
import org.stridescope.ufunc.Ufuncs;

/** A chunked array as a script sees it: dask's attributes, methods and operators. */
final class DaskArray implements Values.Opaque {
    /** Dask's names of layers where they are not the ufunc's. */
    private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("subtract", "sub"),
            Map.entry("multiply", "mul"), Map.entry("divide", "truediv"), Map.entry("floor_divide", "floordiv"),
            Map.entry("remainder", "mod"), Map.entry("power", "pow"), Map.entry("less", "lt"),
            Map.entry("greater", "gt"), Map.entry("less_equal", "le"), Map.entry("greater_equal", "ge"),
            Map.entry("equal", "eq"), Map.entry("not_equal", "ne"), Map.entry("bitwise_and", "and_"),
            Map.entry("bitwise_or", "or_"), Map.entry("bitwise_xor", "xor"));

    private final ChunkedArray array;
    private final DaskSettings settings;
    /** What it was made of: its graph holds arrays among them, and can't be looked into. */
    private List<Object> parts = List.of();

    private DaskArray(ChunkedArray array, DaskSettings settings) {
        this.array = array;
        this.settings = settings;
    }

    ChunkedArray array() {
        return array;
    }

    DaskSettings settings() {
        return settings;
    }

    @Override
    public void madeOf(Object function, List<Object> positions, Map<String, Object> named, Object taken) {
        if (!parts.isEmpty())
            return;
        List<Object> all = new ArrayList<>(positions);
        all.addAll(named.values());
        all.add(function);
        all.add(taken);
        all.remove(this);
        parts = all;
    }

    @Override
    public Collection<Object> holds() {
        return parts;
    }

    @Override
    public String typeName() {
        return "Array";
    }

    @Override
    public String repr() {
        return array.toString();
    }

    @Override
    public boolean truth() {
        if (array.size() > 1)
            throw ScriptError.value("The truth value of a Array is ambiguous. Use a.any() or a.all().");
        throw ScriptError.value("the truth of a chunked array is not known before it is computed: use .compute()");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DaskArray that && that.array == array;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(array);
    }

    static DaskArray of(ChunkedArray array, DaskSettings settings) {
        return new DaskArray(array, settings);
    }

    private Object with(ChunkedArray other) {
        return new DaskArray(other, settings);
    }

    @Override
    public @Nullable Object attribute(String name) {
        Chunks chunks = array.chunks();
        return switch (name) {
            case "shape" -> PyTuple.ofLongs(array.shape());
            case "dtype" -> new DTypeValue(array.dtype());
            case "ndim" -> (long) array.ndim();
            case "size" -> array.size();
            case "nbytes" -> array.nbytes();
            case "itemsize" -> (long) array.dtype().itemsize();
            case "chunks" -> chunks(chunks);
            case "chunksize" -> PyTuple.ofLongs(chunks.largest());
            case "numblocks" -> PyTuple.ofLongs(java.util.Arrays.stream(chunks.counts()).asLongStream().toArray());
            case "npartitions" -> chunks.blocks();
            case "name" -> array.layer().name();
            case "dask" -> DaskPicture.of(List.of(this));
            case "T" -> with(BlockShapes.transpose(array));
            case "__len__" -> length();
            case "__getitem__" -> Attributes.bound("__getitem__(index)",
                    call -> with(BlockIndexing.get(array, Subscripting.indices(call.get("index"),
                            call.interpreter()))));
            case "__matmul__" -> Attributes.bound("__matmul__(other)",
                    call -> with(BlockProduct.of("_chunk_sum-aggregate", array, chunked(call.get("other"), call))));
            case "__rmatmul__" -> Attributes.bound("__rmatmul__(other)",
                    call -> with(BlockProduct.of("_chunk_sum-aggregate", chunked(call.get("other"), call), array)));
            case "__array_ufunc__" -> Attributes.bound("__array_ufunc__(name, *operands)", this::ufunc);
            case "__neg__" -> Attributes.bound("__neg__()", call -> apply("neg", Ufuncs.get("negative"), call, this));
            case "__abs__" -> Attributes.bound("__abs__()", call -> apply("abs", Ufuncs.ABSOLUTE, call, this));
            default -> name.startsWith("__") ? operator(name) : DaskArrayMethods.of(this, name);
        };
    }

    private Object length() {
        if (array.ndim() == 0)
            throw ScriptError.type("len() of unsized object");
        return array.shape()[0];
    }

    static PyTuple chunks(Chunks chunks) {
        Object[] axes = new Object[chunks.ndim()];
        for (int axis = 0; axis < axes.length; axis++)
            axes[axis] = PyTuple.ofLongs(chunks.axis(axis));
        return PyTuple.of(axes);
    }

    private @Nullable Object operator(String dunder) {
        String bare = dunder.substring(2, Math.max(2, dunder.length() - 2));
        boolean turned = bare.startsWith("r") && KINDS.containsKey(bare.substring(1)) || bare.equals("radd");
        String name = turned ? bare.substring(1) : bare;
        if (!KINDS.containsKey(name) && !name.equals("add"))
            return null;
        return Attributes.bound(dunder + "(other)", call -> apply(KINDS.getOrDefault(name, name), Ufuncs.get(name),
                call, turned ? call.get("other") : this, turned ? this : call.get("other")));
    }

    private Object ufunc(Call call) {
        String name = call.text("name", "");
        return apply(name, Ufuncs.get(name), call,
                ((PyTuple) call.get("operands")).items().toArray());
    }

    Object apply(String kind, Ufunc ufunc, Call call, Object... operands) {
        Operand[] given = new Operand[operands.length];
        for (int i = 0; i < operands.length; i++)
            given[i] = operand(operands[i], call);
        return with(BlockArithmetic.apply(kind, ufunc, given));
    }

    private Operand operand(Object value, Call call) {
        if (value instanceof DaskArray other)
            return new Operand.Blocks(other.array);
        if (!Operators.arrayLike(value))
            throw ScriptError.type("unsupported operand type(s): 'Array' and '" + Types.name(value) + "'");
        NDArray plain = Arrays.of(value, call.memory());
        return plain.ndim() == 0
                ? new Operand.Value(plain)
                : new Operand.Blocks(DaskArrayCreation.chunked(plain));
    }

    static ChunkedArray chunked(Object value, Call call) {
        if (value instanceof DaskArray other)
            return other.array;
        if (value instanceof Hdf5Values.Dataset dataset)
            return DaskArrayCreation.chunked(dataset);
        if (!Operators.arrayLike(value))
            throw ScriptError.type("a chunked array was expected, not '" + Types.name(value) + "'");
        return DaskArrayCreation.chunked(Arrays.of(value, call.memory()));
    }
}
