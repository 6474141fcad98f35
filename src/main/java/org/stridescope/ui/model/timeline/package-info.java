/** Time as one looks at it: what is in view, what is brushed, and signals of millions of samples as columns of pixels. */
@NullMarked
package org.stridescope.ui.model.timeline;

import org.jspecify.annotations.NullMarked;
