package org.stridescope.script;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Overlap;
import org.stridescope.script.Values.Complex;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyTuple;

/** The outcome of a script as plain maps and lists: what {@code stridescope eval --json} prints. */
public final class Answer {
    private Answer() {}

    /** @param variables of the session: arrays among them are asked whether they share memory with the value */
    public static Map<String, Object> of(Session.Outcome outcome, Map<String, Object> variables) {
        Map<String, Object> answer = new LinkedHashMap<>();
        ScriptError error = outcome.error();
        if (error != null) {
            answer.put("error", error.kind());
            answer.put("message", error.message());
            if (error.line() > 0) {
                answer.put("line", error.line());
                answer.put("column", error.column());
            }
        } else {
            answer.putAll(value(outcome.value(), variables));
        }
        if (!outcome.printed().isEmpty())
            answer.put("printed", outcome.printed());
        return answer;
    }

    private static Map<String, Object> value(@Nullable Object value, Map<String, Object> variables) {
        Map<String, Object> answer = new LinkedHashMap<>();
        switch (value) {
            case null -> answer.put("kind", "none");
            case NDArray array -> array(array, variables, answer);
            case Scalar scalar -> scalar(answer, scalar.dtype().pythonName(), plain(Numbers.python(scalar)));
            case Boolean truth -> scalar(answer, "bool", truth);
            case Long whole -> scalar(answer, "int64", whole);
            case BigInteger big -> scalar(answer, big.bitLength() <= 64 && big.signum() > 0 ? "uint64" : "object", big);
            case Double real -> scalar(answer, "float64", plain(real));
            case Complex complex -> scalar(answer, "complex128", plain(complex));
            case String text -> {
                answer.put("kind", "str");
                answer.put("values", List.of(text));
            }
            case PyTuple tuple -> sequence(answer, "tuple", tuple.items(), variables);
            case PyList list -> sequence(answer, "list", list.items, variables);
            case Values.Singleton singleton when singleton == Values.Singleton.NONE -> answer.put("kind", "none");
            default -> {
                answer.put("kind", Types.name(value));
                answer.put("values", List.of(Repr.repr(value)));
            }
        }
        return answer;
    }

    private static void scalar(Map<String, Object> answer, String dtype, Object value) {
        answer.put("kind", "scalar");
        answer.put("dtype", dtype);
        answer.put("values", List.of(value));
    }

    private static void sequence(Map<String, Object> answer, String kind, List<Object> items,
            Map<String, Object> variables) {
        answer.put("kind", kind);
        List<Object> values = new ArrayList<>();
        for (Object item : items) {
            boolean flat = item instanceof Scalar || Numbers.isNumber(item) || item instanceof String;
            values.add(flat
                    ? plain(item instanceof Scalar scalar ? Numbers.python(scalar) : item)
                    : value(item, variables));
        }
        answer.put("values", values);
    }

    private static void array(NDArray array, Map<String, Object> variables, Map<String, Object> answer) {
        answer.put("kind", "array");
        answer.put("dtype", array.dtype().pythonName());
        answer.put("shape", array.shape());
        answer.put("strides", array.layout().strides());
        answer.put("itemsize", array.itemsize());
        answer.put("nbytes", array.nbytes());
        answer.put("ndim", array.ndim());
        answer.put("size", array.size());
        answer.put("c_contiguous", array.isCContiguous());
        answer.put("f_contiguous", array.isFContiguous());
        answer.put("owndata", array.ownsData());
        answer.put("writeable", array.isWriteable());
        answer.put("offset", array.layout().offset());
        Map<String, Object> shares = new LinkedHashMap<>();
        variables.forEach((name, value) -> {
            if (value instanceof NDArray other)
                shares.put(name, Overlap.sharesMemory(array, other));
        });
        answer.put("shares_memory", shares);
        List<Object> values = new ArrayList<>();
        flat(array, 0, array.layout().offset(), values);
        answer.put("values", values);
    }

    private static void flat(NDArray array, int axis, long at, List<Object> values) {
        if (axis == array.ndim()) {
            values.add(plain(Numbers.python(array, at)));
            return;
        }
        Layout layout = array.layout();
        for (long i = 0; i < layout.shape(axis); i++)
            flat(array, axis + 1, at + i * layout.stride(axis), values);
    }

    /** JSON has no nan and no inf: they are strings; complex numbers are pairs. */
    private static Object plain(Object number) {
        return switch (number) {
            case Double real when Double.isNaN(real) -> "nan";
            case Double real when Double.isInfinite(real) -> real > 0 ? "inf" : "-inf";
            case Complex complex -> List.of(plain(complex.real()), plain(complex.imaginary()));
            default -> number;
        };
    }

    /** Whether the value is a NumPy dtype's own, for showing its type beside it. */
    public static @Nullable DType dtype(Object value) {
        return value instanceof NDArray array ? array.dtype() : value instanceof Scalar scalar ? scalar.dtype() : null;
    }
}
