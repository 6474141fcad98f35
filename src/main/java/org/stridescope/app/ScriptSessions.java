package org.stridescope.app;

import java.util.Map;

import org.stridescope.array.ArrayMemory;
import org.stridescope.ffi.Pages;
import org.stridescope.script.Library;
import org.stridescope.script.ScriptLimits;
import org.stridescope.script.Session;

/** Sessions for scripts, their arrays in huge pages where the system has them. */
final class ScriptSessions {
    private final Pages pages = new Pages();

    /** A session with the default limits, to be closed by the caller. */
    Session open() {
        return open(ScriptLimits.DEFAULT);
    }

    /** A session with these limits, to be closed by the caller. */
    Session open(ScriptLimits limits) {
        return new Session(limits, new Library(Map.of()), ArrayMemory.recycled(limits.memoryBytes(), pages));
    }
}
