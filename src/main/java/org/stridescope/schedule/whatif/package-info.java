/** What if: a recorded graph run again on a simulated machine. */
@NullMarked
package org.stridescope.schedule.whatif;

import org.jspecify.annotations.NullMarked;
