package org.stridescope.script;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.script.Values.Custom;
import org.stridescope.script.Values.DTypeValue;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;
import org.stridescope.script.Values.TypeValue;
import org.stridescope.ufunc.Promotion;

/** Questions about dtypes, and how arrays are printed. */
final class NumPyTypes {
    private static final Map<String, String> ABSTRACT = Map.of("integer", "iu", "signedinteger", "i", "unsignedinteger",
            "u",
            "floating", "f", "inexact", "fc", "number", "iufc", "generic", "biufc", "complexfloating", "c");

    private NumPyTypes() {}

    static void into(Names names) {
        names.function("result_type(*arrays_and_dtypes)", NumPyTypes::resultType);
        names.function("promote_types(type1, type2)", call -> new DTypeValue(
                Promotion.promote(Types.dtype(call.get("type1")), Types.dtype(call.get("type2")))));
        names.function("can_cast(from_, to, casting=)", NumPyTypes::canCast);
        names.function("min_scalar_type(a)", call -> new DTypeValue(Promotion.minScalarType(call.array("a"))));
        names.function("common_type(*arrays)", NumPyTypes::commonType);
        names.function("issubdtype(arg1, arg2)", call -> isSubtype(Types.dtype(call.get("arg1")), call.get("arg2")));
        names.function("iinfo(type)", call -> info(Types.dtype(call.get("type")), false));
        names.function("finfo(dtype)", call -> info(Types.dtype(call.get("dtype")), true));
        names.function("seterr(**options)", call -> Singleton.NONE);
        names.function("errstate(**options)", call -> Singleton.NONE);
    }

    /** The float, or complex, that holds all: of integers float64. */
    private static Object commonType(Call call) {
        DType common = DType.FLOAT16;
        boolean complex = false;
        for (Object item : ((PyTuple) call.get("arrays")).items()) {
            DType own = Arrays.of(item, call.memory()).dtype();
            if (own == DType.BOOL)
                throw ScriptError.type("can't get common type for non-numeric array");
            complex |= own.isComplex();
            common = Promotion.promote(common, own.isInteger() ? DType.FLOAT64 : own.part());
        }
        if (complex)
            common = common == DType.FLOAT64 ? DType.COMPLEX128 : DType.COMPLEX64;
        return Constructors.numpy(common);
    }

    private static Object resultType(Call call) {
        List<Object> items = ((PyTuple) call.get("arrays_and_dtypes")).items();
        if (items.isEmpty())
            throw ScriptError.value("at least one array or dtype is required");
        NDArray[] arrays = new NDArray[items.size()];
        for (int i = 0; i < arrays.length; i++) {
            Object item = items.get(i);
            boolean dtype = item instanceof DTypeValue || item instanceof TypeValue || item instanceof String;
            // a dtype counts like an array of it
            arrays[i] = dtype ? NDArray.zeros(call.memory(), Types.dtype(item), 1) : Arrays.of(item, call.memory());
        }
        return new DTypeValue(Promotion.resultType(arrays));
    }

    /** NumPy's refusal of a cast; it speaks of a scalar where there are no axes. */
    static ScriptError cannotCast(NDArray from, DType to, String rule) {
        return ScriptError.type("Cannot cast " + (from.ndim() == 0 ? "scalar" : "array data") + " from dtype('" + from
                .dtype().pythonName() + "') to dtype('" + to.pythonName() + "') according to the rule '" + rule + "'");
    }

    static Promotion.Casting casting(Call call, Promotion.Casting otherwise) {
        if (!call.has("casting"))
            return otherwise;
        try {
            return Promotion.Casting.valueOf(call.text("casting", "safe").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ScriptError.value("casting must be one of 'no', 'equiv', 'safe', 'same_kind', or 'unsafe' (got '"
                    + call.text("casting", "") + "')");
        }
    }

    private static Object canCast(Call call) {
        Promotion.Casting casting = casting(call, Promotion.Casting.SAFE);
        DType to = Types.dtype(call.get("to"));
        Object from = call.get("from_");
        if (from instanceof DTypeValue || from instanceof TypeValue || from instanceof String)
            return Promotion.canCast(Types.dtype(from), to, casting);
        return Promotion.canCast(Arrays.of(from, call.memory()), to, casting);
    }

    static boolean isSubtype(DType dtype, Object of) {
        if (of instanceof TypeValue type && type.dtype() == null) {
            String kinds = ABSTRACT.get(type.name());
            return kinds != null && kinds.indexOf(dtype.kind().letter()) >= 0;
        }
        return dtype == Types.dtype(of);
    }

    private record Info(String type, Map<String, Object> values) implements Custom {
        @Override
        public String typeName() {
            return type;
        }

        @Override
        public java.util.Collection<Object> holds() {
            return List.of();
        }

        @Override
        public @Nullable Object attribute(String name) {
            return values.get(name);
        }
    }

    private static Object info(DType dtype, boolean real) {
        if (real != (dtype.isFloat() || dtype.isComplex())) {
            throw ScriptError.value(real
                    ? "data type <class 'numpy." + dtype.pythonName() + "'> not inexact"
                    : "Invalid integer data type '" + dtype.kind().letter() + "'.");
        }
        if (!real) {
            int bits = dtype.itemsize() * 8;
            boolean signed = dtype.kind() == DType.Kind.SIGNED;
            var one = java.math.BigInteger.ONE;
            return new Info("iinfo",
                    Map.of("bits", (long) bits, "max",
                            Numbers.small(one.shiftLeft(signed ? bits - 1 : bits).subtract(one)),
                            "min", signed ? Numbers.small(one.shiftLeft(bits - 1).negate()) : (Object) 0L, "dtype",
                            new DTypeValue(dtype)));
        }
        double eps = dtype == DType.FLOAT16 ? 0x1p-10 : dtype.part() == DType.FLOAT32 ? 0x1p-23 : 0x1p-52;
        double max = dtype == DType.FLOAT16
                ? 65504
                : dtype.part() == DType.FLOAT32 ? Float.MAX_VALUE : Double.MAX_VALUE;
        double tiny = dtype == DType.FLOAT16
                ? 0x1p-14
                : dtype.part() == DType.FLOAT32 ? Float.MIN_NORMAL : Double.MIN_NORMAL;
        DType part = dtype.part();
        Map<String, Object> values = new java.util.HashMap<>(Map.of("bits", (long) part.itemsize() * 8, "dtype",
                new DTypeValue(part), "precision", part == DType.FLOAT16 ? 3L : part == DType.FLOAT32 ? 6L : 15L));
        Map.of("eps", eps, "max", max, "min", -max, "tiny", tiny, "smallest_normal", tiny, "resolution",
                part == DType.FLOAT16 ? 1e-3 : part == DType.FLOAT32 ? 1e-6 : 1e-15).forEach((name, value) -> {
                    NDArray item = NDArray.zeros(org.stridescope.array.ArrayMemory.collected(), part);
                    item.setDouble(value);
                    values.put(name, new Scalar(item));
                });
        return new Info("finfo", values);
    }
}
