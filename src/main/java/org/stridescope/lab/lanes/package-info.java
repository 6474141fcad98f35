/** One operation by elements, by a whole-array ufunc and by SIMD lanes, timed on this machine. */
@NullMarked
package org.stridescope.lab.lanes;

import org.jspecify.annotations.NullMarked;
