/** The profile workbench: panes of a recording over one playhead. */
@NullMarked
package org.stridescope.ui.view.profile;

import org.jspecify.annotations.NullMarked;
