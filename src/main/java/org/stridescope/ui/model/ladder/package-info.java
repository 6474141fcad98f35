/** Models of the ladder's screens. */
@NullMarked
package org.stridescope.ui.model.ladder;

import org.jspecify.annotations.NullMarked;
