package org.stridescope.script;

import java.io.Serializable;
import java.util.List;

/** A function that a script defined, with the values of its defaults and the frame it was defined in; it is only itself. */
final class Function implements Serializable {
    private final Node.Definition definition;
    private final List<Object> defaults;
    private final Frame outer;
    /** Whether its frames hold no more than it needs. */
    private final boolean captured;

    Function(Node.Definition definition, List<Object> defaults, Frame outer) {
        this(definition, defaults, outer, false);
    }

    Function(Node.Definition definition, List<Object> defaults, Frame outer, boolean captured) {
        this.definition = definition;
        this.defaults = defaults;
        this.outer = outer;
        this.captured = captured;
    }

    Node.Definition definition() {
        return definition;
    }

    List<Object> defaults() {
        return defaults;
    }

    Frame outer() {
        return outer;
    }

    private Object writeReplace() {
        return captured ? this : new Capture().of(this);
    }

    String name() {
        return definition.name();
    }
}
