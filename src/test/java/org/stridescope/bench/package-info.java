/** Benchmarks: JMH for the kernels, and a table of them beside SciPy. Run by hand; no test. */
@NullMarked
package org.stridescope.bench;

import org.jspecify.annotations.NullMarked;
