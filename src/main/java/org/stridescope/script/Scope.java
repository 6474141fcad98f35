package org.stridescope.script;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names of a script, of a function's body or of a comprehension: each has a number, its slot in the frames of that scope.
 * Names may be added while it runs (a script binds them as it goes), none is ever taken away.
 */
final class Scope implements Serializable {
    enum Kind {
        SCRIPT, FUNCTION, COMPREHENSION
    }

    final Kind kind;
    private final Map<String, Integer> slots = new ConcurrentHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final int own;
    private final Set<String> globals;
    private final Set<String> nonlocals;

    private Scope(Kind kind, Iterable<String> own, Set<String> globals, Set<String> nonlocals) {
        this.kind = kind;
        this.globals = globals;
        this.nonlocals = nonlocals;
        own.forEach(this::add);
        this.own = kind == Kind.FUNCTION ? names.size() : 0;
    }

    static Scope script() {
        return new Scope(Kind.SCRIPT, List.of(), Set.of(), Set.of());
    }

    static Scope comprehension() {
        return new Scope(Kind.COMPREHENSION, List.of(), Set.of(), Set.of());
    }

    /** {@code own} are the names that the body binds; those declared global or nonlocal are not among them. */
    static Scope function(Iterable<String> own, Set<String> globals, Set<String> nonlocals) {
        return new Scope(Kind.FUNCTION, own, globals, nonlocals);
    }

    /** -1 where it has no such name. */
    int slot(String name) {
        Integer slot = slots.get(name);
        return slot == null ? -1 : slot;
    }

    synchronized int add(String name) {
        Integer known = slots.get(name);
        if (known != null)
            return known;
        names.add(name);
        slots.put(name, names.size() - 1);
        return names.size() - 1;
    }

    synchronized int size() {
        return names.size();
    }

    synchronized List<String> names() {
        return List.copyOf(names);
    }

    /** Whether Python knows this name for a local one before it is bound. */
    boolean isOwn(int slot) {
        return slot < own;
    }

    boolean isGlobal(String name) {
        return !globals.isEmpty() && globals.contains(name);
    }

    boolean isNonlocal(String name) {
        return !nonlocals.isEmpty() && nonlocals.contains(name);
    }
}
