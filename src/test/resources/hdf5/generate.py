"""Makes the HDF5 files beside it with h5py: python3 generate.py.

Item i (in C order) of every dataset is (i * 7919) % 251, less 100 where the type has a sign; bool is whether that is odd.
The weather files and their mean come from real h5py and NumPy too: five days of 90 x 180 in five storages.
"""
import os

import h5py
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
TYPES = ["i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8"]


def values(shape, code):
    dtype = np.dtype(code)
    flat = (np.arange(int(np.prod(shape))) * 7919) % 251
    if dtype.kind == "b":
        return (flat % 2 == 1).reshape(shape)
    return (flat - (0 if dtype.kind == "u" else 100)).astype(dtype).reshape(shape)


def types():
    with h5py.File(os.path.join(HERE, "types.h5"), "w") as f:
        for code in TYPES:
            for order, name in (("<", "little"), (">", "big")):
                f.create_dataset(f"{name}/{code}", data=values((5, 7), order + code))
        f["flags"] = values((4, 3), "?")
        f["scalar"] = values((), "f8")
        f.create_dataset("empty", shape=(0, 3), dtype="f4")
        f["text"] = "no array of ours"


def storages():
    with h5py.File(os.path.join(HERE, "storages.h5"), "w", libver="earliest") as f:
        put(f)
    with h5py.File(os.path.join(HERE, "storages-latest.h5"), "w", libver="latest") as f:
        put(f)
    with h5py.File(os.path.join(HERE, "user-block.h5"), "w", userblock_size=512) as f:
        f["x"] = values((23, 31), "f4")


def put(f):
    shape = (23, 31)
    kinds = {
        "contiguous": {},
        "chunked": {"chunks": (5, 8)},
        "one-chunk": {"chunks": shape},
        "gzip": {"chunks": (5, 8), "compression": "gzip"},
        "shuffle": {"chunks": (5, 8), "shuffle": True},
        "gzip-shuffle": {"chunks": (5, 8), "compression": "gzip", "shuffle": True},
        "lzf": {"chunks": (5, 8), "compression": "lzf"},
        "lzf-shuffle": {"chunks": (5, 8), "compression": "lzf", "shuffle": True},
        "checksum": {"chunks": (5, 8), "fletcher32": True},
        "gzip-shuffle-checksum": {"chunks": (5, 8), "compression": "gzip", "shuffle": True, "fletcher32": True},
        "growing": {"chunks": (5, 8), "maxshape": (None, 31)},
    }
    for name, options in kinds.items():
        f.create_dataset(name, data=values(shape, "f4"), **options)
        f.create_dataset(name + "-big", data=values(shape, ">i2"), **options)
    half = f.create_dataset("half-written", shape=shape, dtype="f8", chunks=(5, 8), fillvalue=-1.5)
    half[:5] = values((5, 31), "f8")
    f.create_dataset("never-written", shape=(3, 4), dtype="i4", fillvalue=7)
    cube = f.create_dataset("cube", data=values((6, 7, 8), "i8"), chunks=(4, 3, 5), compression="gzip")
    cube.attrs["unit"] = "m"


if __name__ == "__main__":
    types()
    storages()
