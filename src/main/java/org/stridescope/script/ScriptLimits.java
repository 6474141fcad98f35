package org.stridescope.script;

import java.io.Serializable;

/**
 * What a script may use.
 *
 * @param seconds     run time, after which it ends by TimeoutError
 * @param memoryBytes bytes of all arrays alive at once
 * @param depth       calls within calls, after which it ends by RecursionError, as in Python
 * @param items       items of a list, characters of a string, digits of an integer, and characters printed
 */
public record ScriptLimits(double seconds, long memoryBytes, int depth, int items) implements Serializable {
    /** A minute, 4 GiB, Python's thousand calls, ten million items. */
    public static final ScriptLimits DEFAULT = new ScriptLimits(60, 4L << 30, 1000, 10_000_000);
}
