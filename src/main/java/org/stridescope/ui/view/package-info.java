/** The window: its shell and the screens in it. */
@NullMarked
package org.stridescope.ui.view;

import org.jspecify.annotations.NullMarked;
