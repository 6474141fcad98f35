"""Has h5py read files that Stridescope wrote: python3 read.py FILE.h5 prints each dataset with its sum."""
import sys

import h5py

for name in sys.argv[1:]:
    with h5py.File(name, "r") as f:
        for key, d in f.items():
            print(key, d.dtype, d.shape, d.chunks, d.compression, "shuffle" if d.shuffle else "", d[()].sum())
