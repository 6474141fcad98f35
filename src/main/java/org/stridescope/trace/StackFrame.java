package org.stridescope.trace;

/**
 * A place in a call stack.
 *
 * @param owner the class (with its package, dots between), or the file name of the library
 * @param function the method or function
 * @param file the source as it is packed, such as {@code org/stridescope/kernel/LoopsKernel.java} or
 *        {@code distance-c/tiles.c}; empty where it is not known
 * @param line counted from 1; 0 where it is not known
 */
public record StackFrame(Kind kind, String owner, String function, String file, int line) {

    /** What kind of code it is. */
    public enum Kind {
        JAVA, NATIVE, KERNEL, SCRIPT
    }

    /** Whether its line of source is known. */
    public boolean hasLine() {
        return line > 0 && !file.isEmpty();
    }

    /** As a flame graph names it: {@code LoopsKernel.run}, {@code tiles_avx2}. */
    public String title() {
        if (kind != Kind.JAVA || owner.isEmpty())
            return function;
        return owner.substring(owner.lastIndexOf('.') + 1) + "." + function;
    }

    /** The same frame without its line: all lines of a function together. */
    public StackFrame withoutLine() {
        return line == 0 ? this : new StackFrame(kind, owner, function, file, 0);
    }
}
