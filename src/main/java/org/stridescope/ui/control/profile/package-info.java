/** Pictures of lines and stacks. */
@NullMarked
package org.stridescope.ui.control.profile;

import org.jspecify.annotations.NullMarked;
