/** Task graphs and task streams, drawn. */
@NullMarked
package org.stridescope.ui.control.graph;

import org.jspecify.annotations.NullMarked;
