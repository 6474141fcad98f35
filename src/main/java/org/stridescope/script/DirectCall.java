package org.stridescope.script;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.script.Values.Custom;

/** A value that is called with its arguments as they come, whatever they are called. */
interface DirectCall extends Custom {
    Object call(List<Object> positions, Map<String, Object> named);

    /** Calls its first argument with the others. */
    record Applied() implements Custom, Serializable {
        @Override
        public String typeName() {
            return "function";
        }

        @Override
        public @Nullable Object attribute(String name) {
            return null;
        }

        @Override
        public java.util.Collection<Object> holds() {
            return List.of();
        }
    }
}
