package org.stridescope.ui.model.arrays;

import java.util.List;
import java.util.Optional;

/** Runs NumPy-syntax scripts for the benches. */
public interface ScriptEngine {
    /** Runs all of it, off the window's thread; what is wrong comes back as the run's fault, never as an exception. */
    ScriptRun run(String source);

    /** Ends the run under way, if there is one, with a KeyboardInterrupt; any thread may ask for it. */
    void stop();

    /** Run time in seconds after which a script is ended. */
    double seconds();

    /** What a script may use, for the user: {@code 20 s and 2 GiB of arrays}. */
    String limits();

    /** The first thing wrong with the syntax; none where it parses. Quick enough for every pause in typing. */
    Optional<ScriptFault> check(String source);

    /** Names that may follow {@code before}, the text up to the caret: variables of {@code last}, functions, methods. */
    List<String> complete(String before, ScriptRun last);
}
