/** Controls of the array benches: sheets of cells, the buffer, walks over cache lines, scripts with their costs. */
@NullMarked
package org.stridescope.ui.control.arrays;

import org.jspecify.annotations.NullMarked;
