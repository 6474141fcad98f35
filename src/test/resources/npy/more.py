"""Writes more golden files for the tests of org.stridescope.io, by real NumPy (1.24 here).

The files <code>-C.npy, <code>-F.npy, scalar.npy, pair.npz and index.json beside this script hold random arrays of shape
(3, 4, 2): index.json gives dtype, order, shape, sum and two items of each. This script adds the rest:

    python3 more.py        # run in this folder
"""
import io, json
import numpy as np

rng = np.random.default_rng(7)
index = []
for code in ("|b1", "|i1", "|u1", "<i2", ">i2", "<u2", ">u2", "<i4", ">i4", "<u4", ">u4", "<i8", ">i8", "<u8", ">u8",
             "<f4", ">f4", "<f8", ">f8", "<c16", ">c16"):
    for shape, orders in (((0, 3), "C"), ((2, 3), "CF")):
        values = rng.integers(0, 200, size=shape) % 128
        array = np.asarray(values).astype(code)
        if code[1] == "c":
            array = array + np.asarray(1j).astype(code)
        array = array.astype(code)
        for order in orders:
            name = f"m{len(index)}.npy"
            ordered = np.asarray(array, order=order)
            np.save(name, ordered)
            index.append({"file": name, "dtype": ordered.dtype.name, "shape": list(shape),
                          "fortran": bool(ordered.flags.fnc), "big": code[0] == ">",
                          "values": [float(v.real) for v in ordered.ravel(order="C")]})
json.dump(index, open("more.json", "w"))

from numpy.lib import format as f
a = np.arange(6.0).reshape(2, 3)
for version in ((2, 0), (3, 0)):
    with open(f"version{version[0]}.npy", "wb") as out:
        f.write_array(out, a, version=version)
np.savez("savez.npz", a=a, b=np.asfortranarray(a), c=np.arange(3, dtype=">i2").astype("<i2"), s=np.float64(2.5))
np.savez_compressed("compressed.npz", a=a, b=np.zeros(1000))
np.save("half.npy", a.astype("f2"))
np.save("objects.npy", np.array([None, 1], dtype=object), allow_pickle=True)
np.save("text.npy", np.array(["a", "bc"]))
np.save("records.npy", np.zeros(2, dtype=[("a", "i4"), ("b", "f8")]))
