/** Days of global temperature: files that look like real ones, what is computed from them, and maps of it. */
@NullMarked
package org.stridescope.lab.weather;

import org.jspecify.annotations.NullMarked;
