/** Pictures painted once for pixels and for vectors: what is exported is what is seen. */
@NullMarked
package org.stridescope.ui.control.ink;

import org.jspecify.annotations.NullMarked;
