/** The profile workbench: recordings that are open, and what its panes say of them. */
@NullMarked
package org.stridescope.ui.model.profile;

import org.jspecify.annotations.NullMarked;
