/** A walk through every lab without a display, which leaves a picture of each screen. */
@NullMarked
package org.stridescope.app.tour;

import org.jspecify.annotations.NullMarked;
