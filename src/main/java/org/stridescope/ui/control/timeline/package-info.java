/** The timeline's picture, and the hands on it: zoom, pan, brush, measure. */
@NullMarked
package org.stridescope.ui.control.timeline;

import org.jspecify.annotations.NullMarked;
