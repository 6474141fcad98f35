package org.stridescope.script;

/** How a statement ends when the one after it does not follow. */
enum Exit {
    BREAK, CONTINUE, RETURN
}
