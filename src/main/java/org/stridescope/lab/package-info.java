/** Experiments and what runs them: an experiment goes in, a recording comes out. */
@NullMarked
package org.stridescope.lab;

import org.jspecify.annotations.NullMarked;
