/** Panes as scenes: each a pure function of a recording, a selection and a time. */
@NullMarked
package org.stridescope.explain.scene;

import org.jspecify.annotations.NullMarked;
