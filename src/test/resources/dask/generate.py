"""Runs the cells below in real dask and writes what they give to cells.json: python3 generate.py.

Made with dask 2022.12.1, NumPy 1.24.2, SciPy 1.10.1 and h5py 3.7.0. Cells run as a course has them: delayed calls and chunked arrays.
Paths are those of the repository's root, from which the tests run.
"""
import json
import os
import warnings

import numpy as np

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "..")

DELAYED = """
import time
import dask
from dask import delayed
import numpy as np

def square(x):
    time.sleep(0.01)
    return x * x

def add(x, y):
    time.sleep(0.01)
    return x + y
"""

ARRAYS = """
import numpy as np
import dask
import dask.array as da
"""

CHUNKS = """
from scipy.spatial.distance import cdist
import numpy as np
import dask
from dask import delayed
rng = np.random.default_rng(7)
x = rng.random((60, 5))
y = rng.random((60, 5))
n = 12
"""

PYTHON = """
import dask
import numpy as np
rng = np.random.default_rng(3)
x = rng.random((24, 3))

def cityblock(a, b):
    out = np.empty((len(a), len(b)))
    for i in range(len(a)):
        for j in range(len(b)):
            total = 0.0
            for k in range(a.shape[1]):
                total += abs(a[i, k] - b[j, k])
            out[i, j] = total
    return out
"""

WEATHER = """
import os
from glob import glob
import h5py
import dask.array as da
filenames = sorted(glob(os.path.join('src', 'test', 'resources', 'weather', '*.hdf5')))
dsets = [h5py.File(filename, mode='r')['/t2m'] for filename in filenames]
arrays = [da.from_array(dset, chunks=(50, 50)) for dset in dsets]
x = da.stack(arrays, axis=0)
"""

CASES = [
    # delayed
    (DELAYED + "x = delayed(square)(1)\ny = delayed(square)(2)\nz = delayed(add)(x, y)", "z.compute()"),
    (DELAYED + "x = delayed(square)(1)\ny = delayed(square)(2)\nz = delayed(add)(x, y)", "dask.compute(x, y, z)"),
    (DELAYED + "total = delayed(sum)([delayed(square)(i) for i in range(10)])", "total.compute()"),
    (DELAYED + "results = []\nfor i in range(10):\n    results.append(delayed(square)(i))\ntotal = delayed(sum)(results)",
     "total.compute(scheduler='threads', num_workers=4)"),
    (DELAYED + "results = []\nfor i in range(10):\n    if i % 2 == 0:\n        y = delayed(square)(i)\n    else:\n        y = delayed(add)(i, i)\n    results.append(y)\ntotal = delayed(sum)(results)",
     "total.compute(scheduler='synchronous')"),
    (DELAYED + "@dask.delayed\ndef double(x):\n    return 2 * x\n\n@delayed\ndef minus(a, b=1):\n    return a - b", "minus(double(5), b=double(2)).compute()"),
    (DELAYED + "d = delayed({'a': delayed(square)(3), 'b': [1, delayed(add)(1, 2)], 'c': (delayed(square)(2), 'x')})", "d.compute()"),
    (DELAYED + "d = delayed(square)(3) + 1\ne = (d - 2) * d / 2 ** delayed(2)", "dask.compute(d, e, d > 5, -d)"),
    (DELAYED + "d = delayed(np.arange)(5)", "(d.sum().compute(), d[2].compute(), d.shape.compute())"),
    (DELAYED, "dask.compute([delayed(square)(2), 3, {'x': delayed(add)(1, 1)}], 4)"),
    (DELAYED + "def inc(x):\n    return x + offset\noffset = 10\nparts = [delayed(inc)(i) for i in range(4)]", "dask.compute(*parts)"),
    (DELAYED + "with dask.config.set(scheduler='synchronous'):\n    a = delayed(add)(1, 2).compute()", "a"),
    (DELAYED + "z = delayed(np.concatenate)([delayed(np.ones)(2), delayed(np.zeros)(3)])", "z.compute()"),
    (DELAYED + "f = delayed(lambda a, b: a * b)", "f(6, 7).compute()"),
    (DELAYED, "bool(delayed(square)(1))"),
    (DELAYED, "[i for i in delayed([1, 2])]"),
    (DELAYED + "def fail(x):\n    return [1, 2][x]", "delayed(add)(delayed(fail)(5), 1).compute()"),
    (DELAYED + "def fail(x):\n    raise ValueError('no ' + str(x))", "dask.compute(delayed(fail)(5), scheduler='threads')"),
    (DELAYED, "delayed(square)(2).compute(scheduler='hello')"),
    (CHUNKS + "parts = [delayed(cdist)(x, part, 'cityblock') for part in np.split(y, n)]\nd = delayed(np.concatenate)(parts, axis=1)", "d.compute(scheduler='threads')"),
    (CHUNKS + "parts = [delayed(cdist)(x, y[i * 5:(i + 1) * 5], 'cityblock') for i in range(n)]\nr = dask.compute(*parts)\nd = np.concatenate(r, axis=1)", "np.abs(d - cdist(x, y, 'cityblock')).max()"),
    (PYTHON + "parts = [dask.delayed(cityblock)(x, part) for part in np.split(x, 12)]", "np.concatenate(dask.compute(*parts, scheduler='threads', num_workers=2), axis=1)"),
    # chunked arrays: creation and what is known of them
    (ARRAYS, "da.ones((10, 10), chunks=(3, 4))"),
    (ARRAYS, "da.ones((10, 10), chunks=(3, 4)).compute()"),
    (ARRAYS, "da.zeros(7, dtype='i4', chunks=2).compute()"),
    (ARRAYS, "da.full((3, 3), 7, chunks=2).compute()"),
    (ARRAYS, "da.arange(10, chunks=3)"),
    (ARRAYS, "da.arange(2, 20, 3, chunks=3).compute()"),
    (ARRAYS, "da.linspace(0, 1, 11, chunks=4).compute()"),
    (ARRAYS + "x = da.random.random((20000, 20000), chunks=(1000, 1000))", "x"),
    (ARRAYS + "x = da.random.random((20000, 20000), chunks=(1000, 1000))", "(x.chunks, x.numblocks, x.npartitions, x.nbytes, x.chunksize, x.dtype == np.float64)"),
    (ARRAYS, "da.random.random((20000, 20000)).chunks"),
    (ARRAYS, "da.ones((31, 5760, 11520), dtype='f4').chunks"),
    (ARRAYS, "da.ones((1000, 1000), chunks='1MB').chunks"),
    (ARRAYS, "da.ones((1000, 1000), chunks=('auto', 100)).chunks"),
    (ARRAYS, "da.ones((100, 100), chunks=(-1, 7)).chunks"),
    (ARRAYS, "da.ones((100, 100), chunks={0: 30}).chunks"),
    (ARRAYS, "da.ones(10, chunks=((3, 3, 4),)).chunks"),
    (ARRAYS, "da.ones((200, 200)).chunks"),
    (ARRAYS, "da.from_array(np.arange(12).reshape(3, 4), chunks=2)"),
    (ARRAYS, "da.from_array(np.arange(12).reshape(3, 4), chunks=(2, 3)).compute()"),
    (ARRAYS + "x = da.random.random((200, 200), chunks=50)", "abs(x.mean().compute() - 0.5) < 0.01"),
    (ARRAYS + "x = da.random.normal(10, 0.1, size=(300, 300), chunks=(100, 100))", "(round(float(x.mean().compute()), 1), round(float(x.std().compute()), 1))"),
    (ARRAYS + "rs = da.random.RandomState(5)\na = rs.random((20, 20), chunks=5)", "bool((a.compute() == a.compute()).all())"),
]

BASE = ARRAYS + "a = np.arange(80).reshape(8, 10) % 13 - 4\nx = da.from_array(a, chunks=(3, 4))\nf = da.from_array(a * 0.5, chunks=(4, 3))\n"
for expr in [
    "x + 1", "(x + 1).compute()", "(1 - x).compute()", "(x * f).compute()", "(x * f).chunks", "(f / 2).compute()", "(x ** 2).compute()", "(-x).compute()",
    "abs(x).compute()", "(x > 3).compute()", "(x % 3).compute()", "(x // 2).compute()", "np.exp(f).compute()", "da.sqrt(abs(f)).compute()", "da.maximum(x, 3).compute()",
    "(x + np.arange(10)).compute()", "(x + x[:, :1]).compute()", "x.sum()", "x.sum().compute()", "x.mean()", "x.mean(axis=0)", "x.mean(axis=0).compute()",
    "x.mean(axis=(0, 1)).compute()", "x.std().compute()", "x.std()", "x.var(axis=1).compute()", "x.min(axis=1).compute()", "x.max()", "x.max().compute()",
    "x.sum(axis=0, keepdims=True).chunks", "x.sum(axis=1, keepdims=True).compute()", "(x > 7).any(axis=0).compute()", "(x > -9).all().compute()",
    "f.astype('f4').mean(axis=0).compute()", "x.prod(axis=0).compute()", "da.sum(x, axis=1).compute()", "x.T", "x.T.compute()", "x.T.chunks", "x.transpose().shape",
    "x[2]", "x[2].compute()", "x[1:7:2, ::-1].chunks", "x[1:7:2, ::-1].compute()", "x[::-3].chunks", "x[::-3].compute()", "x[2:2].chunks", "x[..., -1].compute()",
    "x[:, None, 3:5].compute()", "x[::4, ::5].compute()", "x @ x.T", "(x @ x.T).compute()", "(x @ x.T).chunks", "(f @ f.T).compute()", "x.dot(x.T).compute()",
    "x.rechunk((8, 2)).chunks", "x.rechunk({0: 4}).chunks", "x.rechunk(5).compute()", "x.rechunk((8, 10)).reshape(80).compute()", "x.reshape((8, 2, 5)).compute()",
    "x.reshape(4, 20).shape", "x.ravel().compute()", "da.stack([x, x * 2])", "da.stack([x, x * 2]).compute()", "da.stack([x, x], axis=-1).chunks",
    "da.concatenate([x, x], axis=1).chunks", "da.concatenate([x, x[:3]], axis=0).compute()", "x.map_blocks(lambda b: b * 2)", "x.map_blocks(lambda b: b * 2).compute()",
    "x.map_blocks(np.sin).compute()", "da.map_blocks(np.add, x, 1).compute()", "x.persist()", "x.persist().sum().compute()", "dask.compute(x.sum(), x.mean(), 5)",
    "len(x)", "x.shape", "x.ndim", "x.size", "x.dtype == a.dtype", "(x - x.mean(axis=0)).std(axis=0).compute()", "((x - x.mean()) / x.std()).compute()",
    "da.ones((10, 10), chunks=(3, 4, 5))", "da.ones((10, 10), chunks=((3, 3), (10,)))", "x.rechunk((3,))", "x + da.ones(4, chunks=2)", "x[9]", "x[0, 0, 0]", "x.reshape(3, 3)",
    "x.sum(axis=3)", "da.ones(10, chunks='hello')", "da.stack([da.ones(3), da.ones(4)])", "da.concatenate([])", "x.rechunk(5.5)", "bool(x > 1)", "x.sum().compute(scheduler='threads', num_workers=3)",
    "x.sum().compute(scheduler='single-threaded')",
]:
    CASES.append((BASE, expr))

CASES += [
    (WEATHER, "x"),
    (WEATHER, "dsets[0]"),
    (WEATHER, "dsets[3][:5, :5]"),
    (WEATHER, "x.mean(axis=0)"),
    (WEATHER, "x.mean(axis=0).compute()"),
    (WEATHER, "(x[0] - x.mean(axis=0)).compute()"),
    (WEATHER, "(x[0] - x.mean(axis=0))[::30, ::60].compute()"),
    (WEATHER, "x.std(axis=0)[::30, ::60].compute()"),
    (WEATHER, "h5py.File('src/test/resources/weather/none.hdf5', mode='r')"),
    (WEATHER, "h5py.File(filenames[0], mode='r')['/t3m']"),
]


def plain(value):
    if isinstance(value, (np.ndarray, np.generic)):
        flat = [v if not isinstance(v, float) or np.isfinite(v) else repr(v) for v in np.asarray(value).ravel().tolist()]
        return {"kind": "array" if isinstance(value, np.ndarray) else "scalar", "dtype": str(value.dtype), "shape": list(np.shape(value)), "values": flat}
    return {"kind": "text", "text": repr(value)}


def main():
    os.chdir(ROOT)
    answers = []
    for script, expr in CASES:
        names = {}
        case = {"script": script, "expr": expr}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                exec(script, names)
                case.update(plain(eval(expr, names)))
            except Exception as error:
                text = str(error.args[0]) if error.args else ""
                case.update({"kind": "error", "error": type(error).__name__, "message": text.split("Original Message: ")[-1]})
        answers.append(case)
    with open(os.path.join("src", "test", "resources", "dask", "cells.json"), "w") as f:
        json.dump(answers, f, indent=0)
    print(len(answers), "cells")


if __name__ == "__main__":
    main()
