package org.stridescope.script;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Values of the names of one call, of one comprehension, or of the script itself. */
final class Frame implements Serializable {
    private final Scope scope;
    private final @Nullable Frame outer;
    private @Nullable Object[] values;

    /** Where a name was found last: so many frames further out, in that slot. Holds for all frames of the scope. */
    record Found(Scope scope, int hops, int slot) {}

    private Frame(Scope scope, @Nullable Frame outer) {
        this.scope = scope;
        this.outer = outer;
        values = new Object[Math.max(4, scope.size())];
    }

    /** One that binds nothing yet, for the same names. */
    Frame emptied(@Nullable Frame within) {
        return new Frame(scope, within);
    }

    @Nullable
    Frame outer() {
        return outer;
    }

    /** This frame's own value of the name, or null. */
    @Nullable
    Object own(String name) {
        int slot = scope.slot(name);
        return slot < 0 ? null : get(slot);
    }

    void bind(String name, Object value) {
        put(scope.add(name), value);
    }

    static Frame global() {
        return new Frame(Scope.script(), null);
    }

    static Frame of(Function function) {
        return new Frame(function.definition().scope(), function.outer());
    }

    /** For the loop variables of a comprehension. */
    static Frame inside(Scope scope, Frame frame) {
        return new Frame(scope, frame);
    }

    private @Nullable Object get(int slot) {
        return slot < values.length ? values[slot] : null;
    }

    private void put(int slot, Object value) {
        if (slot >= values.length)
            values = Arrays.copyOf(values, Math.max(2 * values.length, slot + 1));
        values[slot] = value;
    }

    /** The value, or null where no frame has the name. */
    @Nullable
    Object find(Node.Name name) {
        Found found = name.found;
        if (found != null && found.scope == scope) {
            Frame frame = this;
            for (int hops = found.hops; hops > 0; hops--)
                frame = Objects.requireNonNull(frame.outer);
            Object value = frame.get(found.slot);
            if (value != null)
                return value;
        }
        return search(name);
    }

    private @Nullable Object search(Node.Name of) {
        String name = of.name();
        int hops = 0;
        for (Frame frame = this; frame != null; frame = frame.outer, hops++) {
            if (frame.scope.isGlobal(name)) {
                for (; frame.outer != null; hops++)
                    frame = frame.outer;
            }
            int slot = frame.scope.slot(name);
            if (slot < 0)
                continue;
            Object value = frame.get(slot);
            if (value != null) {
                of.found = new Found(scope, hops, slot);
                return value;
            }
            if (frame.scope.isOwn(slot))
                throw unbound(name, frame == this || scope.kind == Scope.Kind.COMPREHENSION);
        }
        return null;
    }

    private static ScriptError unbound(String name, boolean local) {
        return local
                ? new ScriptError("UnboundLocalError", "cannot access local variable '" + name
                        + "' where it is not associated with a value")
                : new ScriptError("NameError", "cannot access free variable '" + name
                        + "' where it is not associated with a value in enclosing scope");
    }

    void set(Node.Name name, Object value) {
        Found found = name.found;
        if (found != null && found.scope == scope && found.hops == 0) {
            put(found.slot, value);
            return;
        }
        if (set(name.name(), value))
            name.found = new Found(scope, 0, scope.slot(name.name()));
    }

    /** Whether the name is this frame's own now, not one that stands further out. */
    boolean set(String name, Object value) {
        Frame holder = holder(name);
        if (holder != this) {
            // tasks in other threads may do so too
            synchronized (holder) {
                holder.put(holder.scope.add(name), value);
            }
            return false;
        }
        put(scope.add(name), value);
        return true;
    }

    /** {@code name := value}: bound outside of the comprehensions that it stands in. */
    void setOutside(String name, Object value) {
        Frame frame = this;
        while (frame.scope.kind == Scope.Kind.COMPREHENSION && frame.outer != null)
            frame = frame.outer;
        frame.set(name, value);
    }

    /** The frame whose name it is where this one's code binds it. */
    private Frame holder(String name) {
        boolean global = scope.isGlobal(name);
        if (!global && !scope.isNonlocal(name))
            return this;
        Frame holder = this;
        while (holder.outer != null) {
            holder = holder.outer;
            if (!global && holder.scope.slot(name) >= 0)
                break;
        }
        return holder;
    }

    void delete(String name) {
        Frame holder = holder(name);
        int slot = holder.scope.slot(name);
        if (slot >= 0 && holder.get(slot) != null) {
            holder.values[slot] = null;
            return;
        }
        if (slot >= 0 && holder.scope.isOwn(slot))
            throw unbound(name, true);
        throw new ScriptError("NameError", "name '" + name + "' is not defined");
    }

    /** Adds all that it holds, and the frame around it. */
    void holds(Collection<Object> to) {
        for (Object value : values)
            if (value != null)
                to.add(value);
        if (outer != null)
            to.add(outer);
    }

    /** All names that have a value, in the order they were first bound. */
    Map<String, Object> variables() {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (String name : scope.names()) {
            Object value = get(scope.slot(name));
            if (value != null)
                variables.put(name, value);
        }
        return variables;
    }
}
