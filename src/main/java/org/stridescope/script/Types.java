package org.stridescope.script;

import java.math.BigInteger;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.script.Values.Builtin;
import org.stridescope.script.Values.Complex;
import org.stridescope.script.Values.Custom;
import org.stridescope.script.Values.DTypeValue;
import org.stridescope.script.Values.ExceptionValue;
import org.stridescope.script.Values.Flags;
import org.stridescope.script.Values.Module;
import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyIterator;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyRange;
import org.stridescope.script.Values.PySet;
import org.stridescope.script.Values.PySlice;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;
import org.stridescope.script.Values.TypeValue;
import org.stridescope.script.Values.UfuncValue;

/** Names of Python's types, and dtypes from whatever NumPy takes for one. */
final class Types {
    private static final Map<String, DType> LETTERS = Map.ofEntries(Map.entry("?", DType.BOOL),
            Map.entry("b", DType.INT8),
            Map.entry("B", DType.UINT8), Map.entry("h", DType.INT16), Map.entry("H", DType.UINT16),
            Map.entry("i", DType.INT32),
            Map.entry("I", DType.UINT32), Map.entry("l", DType.INT64), Map.entry("L", DType.UINT64),
            Map.entry("q", DType.INT64),
            Map.entry("Q", DType.UINT64), Map.entry("p", DType.INT64), Map.entry("P", DType.UINT64),
            Map.entry("e", DType.FLOAT16),
            Map.entry("f", DType.FLOAT32), Map.entry("d", DType.FLOAT64), Map.entry("D", DType.COMPLEX128),
            Map.entry("F", DType.COMPLEX64),
            Map.entry("int", DType.INT64), Map.entry("uint", DType.UINT64), Map.entry("float", DType.FLOAT64),
            Map.entry("complex", DType.COMPLEX128), Map.entry("single", DType.FLOAT32),
            Map.entry("double", DType.FLOAT64),
            Map.entry("half", DType.FLOAT16), Map.entry("intp", DType.INT64), Map.entry("bool_", DType.BOOL),
            Map.entry("short", DType.INT16), Map.entry("byte", DType.INT8),
            Map.entry("ubyte", DType.UINT8), Map.entry("long", DType.INT64));

    private Types() {}

    /** Python's name of a value's type. */
    static String name(Object value) {
        return switch (value) {
            case Singleton singleton -> singleton == Singleton.NONE ? "NoneType" : "ellipsis";
            case Long whole -> "int";
            case BigInteger big -> "int";
            case Double real -> "float";
            case Boolean truth -> "bool";
            case String text -> "str";
            case Complex complex -> "complex";
            case PyList list -> list.typeName();
            case PyTuple tuple -> tuple.type() == null ? "tuple" : tuple.type().name();
            case PyDict dict -> dict.typeName();
            case PySet set -> "set";
            case PySlice slice -> "slice";
            case PyRange range -> "range";
            case PyIterator iterator -> iterator.type;
            case NDArray array -> "numpy.ndarray";
            case Scalar scalar -> "numpy." + scalarName(scalar.dtype());
            case DTypeValue dtype -> "dtype[" + scalarName(dtype.dtype()) + "]";
            case TypeValue type -> "type";
            case UfuncValue ufunc -> "numpy.ufunc";
            case Flags flags -> "numpy.flagsobj";
            case Module module -> "module";
            case ExceptionValue exception -> exception.kind();
            case Builtin builtin -> "builtin_function_or_method";
            case Function function -> "function";
            case Custom custom -> custom.typeName();
            default -> "object";
        };
    }

    static String scalarName(DType dtype) {
        return dtype == DType.BOOL ? "bool_" : dtype.pythonName();
    }

    /** The dtype that NumPy takes this value for. */
    static DType dtype(Object value) {
        DType dtype = switch (value) {
            case DTypeValue of -> of.dtype();
            case TypeValue type -> type.dtype();
            case String code -> ofCode(code);
            case Singleton singleton when singleton == Singleton.NONE -> DType.FLOAT64;
            default -> null;
        };
        if (dtype != null)
            return dtype;
        if (value instanceof String code) {
            throw ScriptError.type("data type '" + code + "' not understood");
        }
        throw ScriptError.type("Cannot interpret '" + Repr.repr(value) + "' as a data type");
    }

    private static @Nullable DType ofCode(String code) {
        String bare = !code.isEmpty() && "<>=|".indexOf(code.charAt(0)) >= 0 ? code.substring(1) : code;
        DType letter = LETTERS.get(bare);
        if (letter != null)
            return letter;
        for (DType dtype : DType.values()) {
            if (bare.equals(dtype.pythonName()) || bare.equals("" + dtype.kind().letter() + dtype.itemsize()))
                return dtype;
        }
        return null;
    }

    /** {@code dtype.char}. */
    static String character(DType dtype) {
        return switch (dtype) {
            case BOOL -> "?";
            case INT8 -> "b";
            case UINT8 -> "B";
            case INT16 -> "h";
            case UINT16 -> "H";
            case INT32 -> "i";
            case UINT32 -> "I";
            case INT64 -> "l";
            case UINT64 -> "L";
            case FLOAT16 -> "e";
            case FLOAT32 -> "f";
            case FLOAT64 -> "d";
            case COMPLEX64 -> "F";
            case COMPLEX128 -> "D";
        };
    }

    /** {@code dtype.str}: the byte order is the machine's. */
    static String code(DType dtype) {
        return (dtype.itemsize() == 1 ? "|" : "<") + dtype.kind().letter() + dtype.itemsize();
    }
}
