/** NumPy's default random generator, bit for bit: PCG64 seeded by SeedSequence. */
@NullMarked
package org.stridescope.ufunc.random;

import org.jspecify.annotations.NullMarked;
