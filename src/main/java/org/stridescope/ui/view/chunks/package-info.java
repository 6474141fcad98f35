/** The chunk bench: how an array is cut, what recutting moves, what memory it takes; and maps of the weather. */
@NullMarked
package org.stridescope.ui.view.chunks;

import org.jspecify.annotations.NullMarked;
