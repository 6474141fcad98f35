"""Writes the oracle of DistanceKernelContractTest: what SciPy's cdist answers, in .npz files beside this one.

The files named n x m x k hold points x (n, k) and y (m, k); their distances are computed again from these points.
special.npz holds NaN, infinities, signed zeros, subnormals and numbers whose squares overflow.
Run with Debian's python3-scipy: /usr/bin/python3 generate.py
"""
import itertools
import pathlib

import numpy as np
from scipy.spatial.distance import cdist

METRICS = ["cityblock", "sqeuclidean", "euclidean", "chebyshev"]
FOLDER = pathlib.Path(__file__).parent


def write(path, x, y):
    with np.errstate(all="ignore"):
        np.savez(path, x=x, y=y, **{metric: cdist(x, y, metric) for metric in METRICS})


for path in sorted(FOLDER.glob("*x*x*.npz")):
    with np.load(path) as old:
        x, y = old["x"], old["y"]
    write(path, x, y)

values = [np.nan, np.inf, -np.inf, -0.0, 0.0, 5e-324, -2e-310, 1e300, -1e300, 1.5]
pairs = np.array(list(itertools.product(values, values)))
# 2 features, and 9 so that kernels for few and for many features both meet them
write(FOLDER / "special-2.npz", pairs, pairs[::3])
wide = np.concatenate([np.zeros((len(pairs), 5)), pairs, np.ones((len(pairs), 2))], axis=1)
write(FOLDER / "special-9.npz", wide, wide[::3])
