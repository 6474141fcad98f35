package org.stridescope.script;

import org.jspecify.annotations.Nullable;

/** Leaves a function (kind null) or a loop. */
final class Jump extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final transient Node.Place place;
    final Node.Jump.@Nullable Kind kind;
    final transient Object value;

    Jump(Node.Place place, Node.Jump.@Nullable Kind kind, Object value) {
        super(null, null, false, false);
        this.place = place;
        this.kind = kind;
        this.value = value;
    }

    String word() {
        return kind == null ? "return" : kind == Node.Jump.Kind.BREAK ? "break" : "continue";
    }
}
