package org.stridescope.script;

import java.util.Iterator;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

/** Values that a script's own code makes one at a time: the next one is made when somebody asks whether there is one. */
abstract class Lookahead implements Iterator<Object> {
    final Interpreter in;
    @Nullable
    Object next;

    Lookahead(Interpreter in) {
        this.in = in;
    }

    abstract boolean isOver();

    /** Runs the script's code until it has made {@link #next}, or is over. */
    abstract void fetch();

    @Override
    public final boolean hasNext() {
        if (next == null && !isOver())
            fetch();
        return next != null;
    }

    @Override
    public final Object next() {
        if (!hasNext() || next == null)
            throw new NoSuchElementException();
        Object value = next;
        next = null;
        in.roots.pin(value);
        return value;
    }
}
