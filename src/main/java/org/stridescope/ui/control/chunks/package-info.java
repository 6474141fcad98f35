/** Drawn panes of the chunk bench: grids of blocks, maps. */
@NullMarked
package org.stridescope.ui.control.chunks;

import org.jspecify.annotations.NullMarked;
