/** Arrays in HDF5 files: datasets read whole or block by block, and written. */
@NullMarked
package org.stridescope.io.hdf5;

import org.jspecify.annotations.NullMarked;
