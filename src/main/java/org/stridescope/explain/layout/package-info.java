/** One array in memory, explained: addresses, flags, the buffer under its views, walks over it and the cache lines they touch. */
@NullMarked
package org.stridescope.explain.layout;

import org.jspecify.annotations.NullMarked;
