package org.stridescope.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.DType;
import org.stridescope.array.Items;
import org.stridescope.array.NDArray;
import org.stridescope.array.Views;
import org.stridescope.script.Values.Builtin;
import org.stridescope.script.Values.Complex;
import org.stridescope.script.Values.Custom;
import org.stridescope.script.Values.DTypeValue;
import org.stridescope.script.Values.Flags;
import org.stridescope.script.Values.Module;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;
import org.stridescope.script.Values.TypeValue;
import org.stridescope.script.Values.UfuncValue;

/** {@code value.name}. */
final class Attributes {
    /** Functions of the module that are methods of arrays too, under the same name and with the array first. */
    private static final Set<String> SHARED = Set.of("ravel", "squeeze", "swapaxes", "diagonal", "trace", "take",
            "compress", "repeat", "sum", "prod",
            "max", "min", "mean", "var", "std", "ptp", "any", "all", "argmax", "argmin", "cumsum", "cumprod", "argsort",
            "nonzero",
            "round", "dot", "searchsorted", "argpartition", "choose", "put");

    private Attributes() {}

    static Object get(Object of, String name, Interpreter in) {
        Object value = switch (of) {
            case NDArray array -> ofArray(array, name, in);
            case Scalar scalar -> ofScalar(scalar, name, in);
            case Module module -> {
                Object found = module.names().get(name);
                if (found == null)
                    throw ScriptError.attribute("module '" + module.name() + "' has no attribute '" + name + "'");
                yield found;
            }
            case UfuncValue ufunc -> UfuncCalls.attribute(ufunc.ufunc(), name);
            case DTypeValue dtype -> ofDtype(dtype.dtype(), name);
            case Flags flags -> ofFlags(flags.array(), name);
            case TypeValue type -> name.equals("__name__") ? type.name() : null;
            case Function function -> name.equals("__name__") ? function.name() : null;
            case Complex complex -> switch (name) {
                case "real" -> complex.real();
                case "imag" -> complex.imaginary();
                case "conjugate" -> bound("conjugate()", call -> new Complex(complex.real(), -complex.imaginary()));
                default -> null;
            };
            case Values.PySlice slice when name.equals("start") -> slice.start();
            case Values.PySlice slice when name.equals("stop") -> slice.stop();
            case Values.PySlice slice when name.equals("step") -> slice.step();
            case Long whole when name.equals("real") -> whole;
            case Double real when name.equals("real") -> real;
            case Double real when name.equals("is_integer") ->
                bound("is_integer()", call -> real == Math.rint(real) && !Double.isInfinite(real));
            case Long whole when name.equals("bit_length") ->
                bound("bit_length()", call -> (long) Numbers.big(whole).bitLength());
            case Values.ExceptionValue exception when name.equals("args") -> new PyTuple(exception.args());
            case Custom custom -> custom.attribute(name);
            default -> PythonMethods.of(of, name, in);
        };
        if (value instanceof Builtin method && !(of instanceof Module))
            return method.of(of);
        if (value instanceof Values.Opaque opaque)
            opaque.madeOf(of, List.of(), Map.of(), Singleton.NONE);
        if (value != null)
            return value;
        throw ScriptError.attribute(
                (of instanceof TypeValue type ? "type object '" + type.name() + "'" : "'" + Types.name(of) + "' object")
                        + " has no attribute '" + name + "'");
    }

    /** A method that an operator or a built-in function calls, {@code __add__} or {@code __iter__}; null where it has none. */
    static @Nullable Object special(Object of, String name) {
        if (!(of instanceof Custom custom))
            return null;
        Object method = custom.attribute(name);
        return method instanceof Builtin builtin ? builtin.of(of) : method;
    }

    static Builtin bound(String signature, Values.Callable body) {
        return new Builtin(Signature.of(signature), body);
    }

    private static @Nullable Object ofArray(NDArray array, String name, Interpreter in) {
        return switch (name) {
            case "shape" -> PyTuple.ofLongs(array.shape());
            case "strides" -> PyTuple.ofLongs(array.layout().strides());
            case "ndim" -> (long) array.ndim();
            case "size" -> array.size();
            case "itemsize" -> (long) array.itemsize();
            case "nbytes" -> array.nbytes();
            case "dtype" -> new DTypeValue(array.dtype());
            case "T" -> array.transpose();
            case "flags" -> new Flags(array);
            case "base" -> array.base() == null ? Singleton.NONE : array.base();
            case "real" -> array.dtype().isComplex() ? Views.part(array, false) : array;
            case "imag" -> array.dtype().isComplex() ? Views.part(array, true) : noughts(array, in);
            case "flat" -> new FlatItems(array);
            case "data" -> new Address(array);
            case "__array_interface__" -> arrayInterface(array);
            default -> ArrayMethods.of(array, name, in, SHARED);
        };
    }

    /** Imaginary parts of real items: zeros that own their bytes and are not to be written. */
    private static NDArray noughts(NDArray array, Interpreter in) {
        NDArray zeros = array.isFContiguous() && !array.isCContiguous()
                ? NDArray.zerosF(in.memory(), array.dtype(), array.shape())
                : NDArray.zeros(in.memory(), array.dtype(), array.shape());
        return NDArray.over(zeros.buffer().asReadOnly(), zeros.dtype(), zeros.layout());
    }

    private static Object arrayInterface(NDArray array) {
        Values.PyDict dict = new Values.PyDict();
        dict.entries.put("data", PyTuple.of(array.buffer().address() + array.layout().offset(), !array.isWriteable()));
        dict.entries.put("shape", PyTuple.ofLongs(array.shape()));
        dict.entries.put("typestr", Types.code(array.dtype()));
        return dict;
    }

    /** {@code x.data}: shown by its address alone. */
    private record Address(NDArray array) implements Custom {
        @Override
        public String typeName() {
            return "memoryview";
        }

        @Override
        public @Nullable Object attribute(String name) {
            return name.equals("nbytes") ? (Object) array.nbytes() : null;
        }

        @Override
        public java.util.Collection<Object> holds() {
            return List.of(array);
        }

        @Override
        public String repr() {
            return "<memory at 0x" + Long.toHexString(array.buffer().address() + array.layout().offset()) + ">";
        }
    }

    private static @Nullable Object ofScalar(Scalar scalar, String name, Interpreter in) {
        Object value = ofArray(scalar.array(), name, in);
        return value instanceof NDArray array && array.ndim() == 0 ? new Scalar(array) : value;
    }

    private static @Nullable Object ofDtype(DType dtype, String name) {
        return switch (name) {
            case "itemsize" -> (long) dtype.itemsize();
            case "name" -> dtype.pythonName();
            case "kind" -> String.valueOf(dtype.kind().letter());
            case "str" -> Types.code(dtype);
            case "char" -> Types.character(dtype);
            case "byteorder" -> dtype.itemsize() == 1 ? "|" : "=";
            case "type" -> Constructors.numpy(dtype);
            case "alignment" -> (long) (dtype.part().itemsize());
            case "newbyteorder" -> bound("newbyteorder(order=)", call -> new DTypeValue(dtype));
            default -> null;
        };
    }

    private static @Nullable Object ofFlags(NDArray array, String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "c_contiguous", "contiguous" -> array.isCContiguous();
            case "f_contiguous", "fortran" -> array.isFContiguous();
            case "owndata" -> array.ownsData();
            case "writeable" -> array.isWriteable();
            case "aligned" -> true;
            case "fnc" -> array.isFContiguous() && !array.isCContiguous();
            case "forc" -> array.isFContiguous() || array.isCContiguous();
            case "__getitem__" -> null;
            default -> null;
        };
    }

    /** The flag by its name in brackets: {@code x.flags['C_CONTIGUOUS']}. */
    static Object flag(Flags flags, Object name) {
        Object value = ofFlags(flags.array(), switch (Repr.str(name)) {
            case "C" -> "c_contiguous";
            case "F" -> "f_contiguous";
            case "O" -> "owndata";
            case "W" -> "writeable";
            default -> Repr.str(name);
        });
        if (value == null)
            throw new ScriptError("KeyError", "'Unknown flag'");
        return value;
    }

    static void set(Object of, String name, Object value, Interpreter in) {
        if (of instanceof NDArray array && name.equals("real") && array.dtype().isComplex()
                || of instanceof NDArray with && name.equals("imag")
                        && with.dtype().isComplex()) {
            NDArray part = Views.part((NDArray) of, name.equals("imag"));
            Items.assign(Arrays.of(value, in.memory()), part, in.memory());
            return;
        }
        if (of instanceof NDArray array && name.equals("flat")) {
            new FlatItems(array).set(Singleton.ELLIPSIS, value, in);
            return;
        }
        if (of instanceof NDArray array && name.equals("shape")) {
            NDArray shaped = array.reshape(in.memory(), Numbers.shape(value, in));
            if (!shaped.buffer().equals(array.buffer())) {
                throw ScriptError
                        .attribute("Incompatible shape for in-place modification. Use `.reshape()` to make a copy"
                                + " with the desired shape.");
            }
            array.become(shaped.layout());
            return;
        }
        if (of instanceof NDArray && Set.of("strides", "dtype").contains(name)) {
            throw ScriptError
                    .attribute("setting ." + name + " is not supported: use as_strided or view for a new view");
        }
        if (of instanceof Flags flags && name.equals("writeable")) {
            flags.array().protect(!in.truth(value));
            return;
        }
        if (of instanceof Flags)
            throw ScriptError.attribute("flag '" + name + "' can't be set");
        if (of instanceof NDArray)
            throw ScriptError.attribute("'numpy.ndarray' object has no attribute '" + name + "'");
        throw ScriptError.attribute("'" + Types.name(of) + "' object has no attribute '" + name + "'");
    }

    /** A module function as a method: the array is its first argument. */
    static Builtin method(Builtin function, Object self) {
        Map<String, Object> none = new LinkedHashMap<>();
        Signature signature = Signature.of(function.name() + "(*args, **named)");
        return new Builtin(signature, call -> {
            List<Object> positions = new ArrayList<>(List.of(self));
            positions.addAll(((PyTuple) call.get("args")).items());
            Map<String, Object> named = new LinkedHashMap<>(none);
            call.named().forEach((key, value) -> {
                if (!key.equals("args"))
                    named.put(key, value);
            });
            return call.interpreter().call(function, positions, named);
        });
    }
}
