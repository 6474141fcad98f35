package org.stridescope.kernel.remarks;

/**
 * A compiler's remark on a line of a kernel's source.
 *
 * @param line from 1
 * @param column from 1
 * @param vectorised whether it says that the loop was vectorised; else why not
 * @param text the compiler's own words
 */
public record Remark(int line, int column, boolean vectorised, String text) {}
