/** Task graphs: delayed calls with keys and dependencies, in which order to run them, and which of them decide the time. */
@NullMarked
package org.stridescope.graph;

import org.jspecify.annotations.NullMarked;
