/** Pictures as immutable shapes in roles of colour, for every painter alike: screen, SVG, PDF, PNG, GIF. */
@NullMarked
package org.stridescope.export.scene;

import org.jspecify.annotations.NullMarked;
