/** The graph bench: a task graph, laid out, running, replayed. */
@NullMarked
package org.stridescope.ui.view.graph;

import org.jspecify.annotations.NullMarked;
