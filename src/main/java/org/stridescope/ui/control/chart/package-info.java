/** Charts of results, looking like the rest of the window. */
@NullMarked
package org.stridescope.ui.control.chart;

import org.jspecify.annotations.NullMarked;
