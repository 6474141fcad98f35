/** What a recording shows, in plain words, each with its evidence. */
@NullMarked
package org.stridescope.explain.findings;

import org.jspecify.annotations.NullMarked;
