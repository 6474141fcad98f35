/** Source text in colour, with room for a remark beside each line. */
@NullMarked
package org.stridescope.ui.control.source;

import org.jspecify.annotations.NullMarked;
