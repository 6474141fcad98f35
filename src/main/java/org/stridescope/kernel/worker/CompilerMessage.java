package org.stridescope.kernel.worker;

/**
 * One thing that a compiler has to say.
 *
 * @param line from 1; 0 where it is about no line
 * @param column from 1; 0 where it is about the whole line
 * @param isError else it is a warning
 */
public record CompilerMessage(int line, int column, boolean isError, String text) {}
