/** What a machine offers to the program, and for each gap the reason and the mend. */
@NullMarked
package org.stridescope.app.doctor;

import org.jspecify.annotations.NullMarked;
