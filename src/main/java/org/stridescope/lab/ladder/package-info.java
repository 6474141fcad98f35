/** The ladder's measurements: what a variant costs by count, sweeps over sizes and threads, caches, the roofline. */
@NullMarked
package org.stridescope.lab.ladder;

import org.jspecify.annotations.NullMarked;
