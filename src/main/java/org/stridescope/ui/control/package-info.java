/** Reusable pieces of the window: what draws recordings, and small controls. */
@NullMarked
package org.stridescope.ui.control;

import org.jspecify.annotations.NullMarked;
