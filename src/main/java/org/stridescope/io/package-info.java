/** Arrays in files: .npy and .npz, read and written as NumPy reads and writes them. */
@NullMarked
package org.stridescope.io;

import org.jspecify.annotations.NullMarked;
