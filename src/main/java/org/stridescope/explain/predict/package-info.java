/** Questions about any array or operation, made and checked by the engine. */
@NullMarked
package org.stridescope.explain.predict;

import org.jspecify.annotations.NullMarked;
