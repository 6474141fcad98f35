/** The benches on arrays: one array in memory, broadcasting and einsum, loops by elements and lanes. */
@NullMarked
package org.stridescope.ui.view.arrays;

import org.jspecify.annotations.NullMarked;
