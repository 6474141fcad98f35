/** Kernels that may crash, or never end, in a process of their own: the race, and kernels that a user has edited. */
@NullMarked
package org.stridescope.kernel.worker;

import org.jspecify.annotations.NullMarked;
