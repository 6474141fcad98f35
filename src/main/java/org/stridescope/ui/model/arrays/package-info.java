/** What the array benches show: scripts and their variables, one array picked out, walks, operations and questions. */
@NullMarked
package org.stridescope.ui.model.arrays;

import org.jspecify.annotations.NullMarked;
