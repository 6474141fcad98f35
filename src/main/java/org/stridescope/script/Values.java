package org.stridescope.script;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
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
    public static class PyList implements Serializable {
        public final List<Object> items;

        public PyList(List<Object> items) {
            this.items = items;
        }

        PyList() {
            this(new ArrayList<>());
        }

        String typeName() {
            return "list";
        }

        /** What stands before its items in its text, and after them. */
        String opening() {
            return "";
        }

        String closing() {
            return "";
        }
    }

    /** Python's tuple. */
    public record PyTuple(List<Object> items, @Nullable TupleType type) implements Serializable {
        public PyTuple(List<Object> items) {
            this(items, null);
        }

        /** The names of items, where {@code collections.namedtuple} gave them some, do not matter. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof PyTuple that && items.equals(that.items);
        }

        @Override
        public int hashCode() {
            return items.hashCode();
        }

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
    public static class PyDict implements Serializable {
        public final Map<Object, Object> entries = new LinkedHashMap<>();

        String typeName() {
            return "dict";
        }

        /** What it gives for a key that it lacks; null where that is an error. */
        @Nullable
        Object missing(Object key, Interpreter in) {
            return null;
        }

        /** What it holds besides its entries. */
        List<Object> extras() {
            return List.of();
        }

        /** What stands before its entries in its text; a bracket after them closes it. */
        String opening() {
            return "";
        }

        /** An empty one of its kind. */
        PyDict fresh() {
            return new PyDict();
        }
    }

    /** Python's set. */
    public static final class PySet implements Serializable {
        public final java.util.Set<Object> items = new java.util.LinkedHashSet<>();

        static PySet of(Iterable<Object> items) {
            PySet set = new PySet();
            items.forEach(item -> set.items.add(Truth.key(item)));
            return set;
        }
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

        boolean contains(long number) {
            boolean inside = step > 0 ? number >= start && number < stop : number <= start && number > stop;
            return inside && (number - start) % step == 0;
        }
    }

    /** What a generator expression, zip, enumerate or map yields: used up once. */
    static final class PyIterator {
        final java.util.Iterator<Object> items;
        final String type;

        private final java.util.function.Supplier<Collection<Object>> holds;

        /** {@code holds} tells at any time what its items may still come from. */
        PyIterator(java.util.Iterator<Object> items, String type,
                java.util.function.Supplier<Collection<Object>> holds) {
            this.items = items;
            this.type = type;
            this.holds = holds;
        }

        /** Over these values, or such as come from them. */
        PyIterator(java.util.Iterator<Object> items, String type, Object... from) {
            this(items, type, () -> List.of(from));
        }

        Collection<Object> holds() {
            return holds.get();
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

        /** All values it holds that may hold arrays. */
        Collection<Object> holds();

        default String repr() {
            return "<" + typeName() + ">";
        }
    }

    /** What is made of others in ways that can't be seen: the call that made it tells it of what. */
    interface Opaque extends Custom {
        void madeOf(Object function, List<Object> positions, Map<String, Object> named, Object taken);
    }

    /** Whatever can be called. */
    @FunctionalInterface
    public interface Callable extends Serializable {
        Object call(Call call);
    }

    /** A function of a library, with the signature its arguments are bound by. */
    public record Builtin(Signature signature, Callable body, List<Object> holds) implements Serializable {
        /** Of a module: its body knows of no value but its arguments. */
        public Builtin(Signature signature, Callable body) {
            this(signature, body, List.of());
        }

        /** A method: its body knows of this value. */
        Builtin of(Object self) {
            return new Builtin(signature, body, holds.isEmpty() ? List.of(self) : List.of(self, new PyTuple(holds)));
        }

        String name() {
            return signature.name();
        }
    }
}
