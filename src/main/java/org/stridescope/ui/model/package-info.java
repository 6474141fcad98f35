/** What the panes show, as properties, commands and pure functions of a recording and a time; no scene in sight. */
@NullMarked
package org.stridescope.ui.model;

import org.jspecify.annotations.NullMarked;
