/** The scripts that users type: NumPy's syntax, run by our array engine with NumPy's answers and words. */
@NullMarked
package org.stridescope.script;

import org.jspecify.annotations.NullMarked;
