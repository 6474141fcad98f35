/** The ladder's screens: ladder, scaling, roofline, threads, vectorised or why not, cancellation. */
@NullMarked
package org.stridescope.ui.view.ladder;

import org.jspecify.annotations.NullMarked;
