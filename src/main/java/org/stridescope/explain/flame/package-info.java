/** Call stacks added up to trees: flame graphs, the same from the inside, and the difference of two. */
@NullMarked
package org.stridescope.explain.flame;

import org.jspecify.annotations.NullMarked;
