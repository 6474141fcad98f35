/** The chunk bench's model: an array cut into blocks, cut anew, measured; and the weather lesson. */
@NullMarked
package org.stridescope.ui.model.chunks;

import org.jspecify.annotations.NullMarked;
