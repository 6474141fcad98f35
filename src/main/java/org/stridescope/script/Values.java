package org.stridescope.script;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.ufunc.Ufunc;

/**
 * The values of scripts. Python's int is a Long (or a BigInteger beyond 64 bits), float a Double, bool a Boolean, str a
 * String; arrays are NDArray. The other types stand here.
 */
public final class Values {
    private Values() {}

    /** Python's singletons. */
    public enum Singleton {
        NONE, ELLIPSIS, NOT_IMPLEMENTED
    }

    /** Python's complex. */
    public record Complex(double real, double imaginary) implements Serializable {}

    /** Python's list; identity matters, so it has no equals. */
    public static final class PyList implements Serializable {
        public final List<Object> items;

        public PyList(List<Object> items) {
            this.items = items;
        }

        PyList() {
            this(new ArrayList<>());
        }
    }

    /** Python's tuple. */
    public record PyTuple(List<Object> items) implements Serializable {
        static PyTuple of(Object... items) {
            return new PyTuple(List.of(items));
        }

        static PyTuple ofLongs(long... items) {
            List<Object> boxed = new ArrayList<>();
            for (long item : items)
                boxed.add(item);
            return new PyTuple(boxed);
        }
    }

    /** Python's dict; keys are wrapped so that 1, 1.0 and True are one. */
    public static final class PyDict implements Serializable {
        public final Map<Object, Object> entries = new LinkedHashMap<>();
    }

    /** Python's set. */
    public static final class PySet implements Serializable {
        public final java.util.Set<Object> items = new java.util.LinkedHashSet<>();
    }

    /** {@code start:stop:step}; None where left out. */
    record PySlice(Object start, Object stop, Object step) implements Serializable {}

    /** Python's range. */
    record PyRange(long start, long stop, long step) implements Serializable {
        long length() {
            if (step > 0)
                return start >= stop ? 0 : Math.floorDiv(stop - start - 1, step) + 1;
            return start <= stop ? 0 : Math.floorDiv(start - stop - 1, -step) + 1;
        }
    }

    /** What a generator expression, zip, enumerate or map yields: used up once. */
    static final class PyIterator {
        final java.util.Iterator<Object> items;
        final String type;

        PyIterator(java.util.Iterator<Object> items, String type) {
            this.items = items;
            this.type = type;
        }
    }

    /** A NumPy scalar: an array without axes that is a value, not a place. */
    public record Scalar(NDArray array) implements Serializable {
        public DType dtype() {
            return array.dtype();
        }
    }

    /** {@code np.dtype(...)}. */
    public record DTypeValue(DType dtype) implements Serializable {}

    /** A NumPy scalar type such as {@code np.int8}, or one of Python's types; calling it converts. */
    record TypeValue(String name, @Nullable DType dtype, @Nullable Callable make) implements Serializable {}

    /** A ufunc as a value. */
    record UfuncValue(Ufunc ufunc) implements Serializable {}

    /** {@code x.flags}. */
    record Flags(NDArray array) implements Serializable {}

    /** An exception as a value. */
    record ExceptionValue(String kind, List<Object> args) implements Serializable {}

    /** A module: names and what they stand for. */
    public record Module(String name, Map<String, Object> names) {}

    /** Whatever a library adds: a value with attributes of its own. */
    public interface Custom {
        String typeName();

        /** The attribute, or null where there is none. */
        @Nullable
        Object attribute(String name);

        /** Python's truth of it. */
        default boolean truth() {
            return true;
        }

        /** All values it holds that may hold arrays; null where they can't be told. */
        default java.util.@Nullable Collection<Object> holds() {
            return null;
        }

        default String repr() {
            return "<" + typeName() + ">";
        }
    }

    /** Whatever can be called. */
    @FunctionalInterface
    public interface Callable extends Serializable {
        Object call(Call call);
    }

    /** A function of a library, with the signature its arguments are bound by. */
    public record Builtin(Signature signature, Callable body) implements Serializable {
        String name() {
            return signature.name();
        }
    }
}
