/** Task graphs as pictures: where to draw which task, and how many at once. */
@NullMarked
package org.stridescope.explain.graph;

import org.jspecify.annotations.NullMarked;
