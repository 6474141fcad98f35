/** Foreign libraries: finding them, and one class of bindings a library. The only user of the Linker. */
@NullMarked
package org.stridescope.ffi;

import org.jspecify.annotations.NullMarked;
