/** Arrays in chunks: each operation adds tasks to a graph; nothing is computed, read or held before it is asked for. */
@NullMarked
package org.stridescope.chunked;

import org.jspecify.annotations.NullMarked;
