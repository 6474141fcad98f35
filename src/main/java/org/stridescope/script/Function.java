package org.stridescope.script;

import java.util.List;

/** A function that a script defined, with the values of its defaults and the frame it was defined in. */
record Function(Node.Definition definition, List<Object> defaults, Frame outer) {
    String name() {
        return definition.name();
    }
}
