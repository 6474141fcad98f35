/** Graphs to run: the course's, by name, with their sizes as settings, and who runs them under watch. */
@NullMarked
package org.stridescope.lab.graph;

import org.jspecify.annotations.NullMarked;
