package org.stridescope.script;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.script.Node.Stmt;

/** A part of a generator's body that has begun and not ended: what must be known to go on after a {@code yield}. */
sealed interface Block {
    /** Adds all values it holds. */
    default void holds(Collection<Object> to) {}

    /** Statements one after the other. */
    final class Run implements Block {
        private final List<Stmt> statements;
        private int next;

        Run(List<Stmt> statements) {
            this.statements = statements;
        }

        @Nullable
        Stmt next() {
            return next < statements.size() ? statements.get(next++) : null;
        }
    }

    record Whiling(Node.While loop) implements Block {}

    record Looping(Node.For loop, Object of, Iterator<Object> items) implements Block {
        @Override
        public void holds(Collection<Object> to) {
            to.add(of);
        }
    }

    record Within(List<Object> contexts) implements Block {
        @Override
        public void holds(Collection<Object> to) {
            to.addAll(contexts);
        }
    }

    /** {@code yield from}: {@code statement} gets the value that the other generator ends with. */
    record From(Stmt statement, Object of, Iterator<Object> items) implements Block {
        @Override
        public void holds(Collection<Object> to) {
            to.add(of);
        }
    }

    /** {@code try}, and which of its parts runs now. */
    final class Trying implements Block {
        enum Part {
            BODY, HANDLER, OTHERWISE, LAST
        }

        final Node.Try attempt;
        Part part = Part.BODY;
        /** What goes on after {@code finally}: an error, or a way out with the value returned. */
        @Nullable
        ScriptError error;
        @Nullable
        Exit exit;
        @Nullable
        Object returned;

        Trying(Node.Try attempt) {
            this.attempt = attempt;
        }

        @Override
        public void holds(Collection<Object> to) {
            if (returned != null)
                to.add(returned);
            if (error != null)
                to.addAll(error.value().args());
        }
    }
}
