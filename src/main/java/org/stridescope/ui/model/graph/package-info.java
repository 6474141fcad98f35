/** The graph bench without a window: what runs, what is shown at a time, what is picked. */
@NullMarked
package org.stridescope.ui.model.graph;

import org.jspecify.annotations.NullMarked;
