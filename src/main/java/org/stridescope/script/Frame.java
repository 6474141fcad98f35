package org.stridescope.script;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Names and values of one call, or of the script itself. */
final class Frame implements Serializable {
    final Map<String, Object> names;
    final @Nullable Frame outer;
    private final Set<String> own;
    private final Set<String> borrowed = new HashSet<>();

    private Frame(Map<String, Object> names, @Nullable Frame outer, Set<String> own) {
        this.names = names;
        this.outer = outer;
        this.own = own;
    }

    /** One that binds nothing yet, for the same names. */
    Frame emptied(@Nullable Frame within) {
        Frame made = new Frame(new HashMap<>(), within, new HashSet<>(own));
        made.borrowed.addAll(borrowed);
        return made;
    }

    static Frame global() {
        return new Frame(new LinkedHashMap<>(), null, Set.of());
    }

    static Frame of(Function function) {
        return new Frame(new HashMap<>(), function.outer(), function.definition().locals());
    }

    /** For the loop variables of a comprehension. */
    static Frame inside(Frame frame) {
        return new Frame(new HashMap<>(), frame, Set.of());
    }

    /** The value, or null where no frame has the name. */
    @Nullable
    Object find(String name) {
        for (Frame frame = this; frame != null; frame = frame.outer) {
            Object value = frame.names.get(name);
            if (value != null)
                return value;
            if (frame.own.contains(name) && !frame.borrowed.contains(name)) {
                throw new ScriptError("UnboundLocalError", "cannot access local variable '" + name
                        + "' where it is not associated with a value");
            }
        }
        return null;
    }

    void set(String name, Object value) {
        if (borrowed.contains(name)) {
            Frame holder = outer;
            while (holder != null && holder.outer != null && !holder.names.containsKey(name))
                holder = holder.outer;
            if (holder != null) {
                // tasks in other threads may do so too
                synchronized (holder.names) {
                    holder.names.put(name, value);
                }
                return;
            }
        }
        names.put(name, value);
    }

    /** {@code global} or {@code nonlocal}: the name is written where it stands further out. */
    void borrow(String name) {
        borrowed.add(name);
    }
}
