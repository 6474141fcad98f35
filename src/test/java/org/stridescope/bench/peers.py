"""Times SciPy and NumPy for PeerTable, one run a line: "what metric n k" in, seconds out. The first line names the versions.
what: cdist (out= given), trick (einsum and dot, in place where NumPy can), dot (the bare matrix product)."""
import os
import sys
import time

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # read as NumPy is loaded

import numpy as np
import scipy
from scipy.spatial.distance import cdist

print(f"SciPy {scipy.__version__}, NumPy {np.__version__}, Python {sys.version.split()[0]}", flush=True)
made = {}


def trick(x, y, out):
    np.dot(x, y.T, out=out)
    out *= -2
    out += np.einsum("ij,ij->i", x, x)[:, None]
    out += np.einsum("ij,ij->i", y, y)[None, :]


for line in sys.stdin:
    what, metric, n, k = line.split()
    n, k = int(n), int(k)
    if (n, k) not in made:
        made.clear()
        random = np.random.default_rng(1)
        made[n, k] = random.random((n, k)), random.random((n, k)), np.zeros((n, n))
    x, y, out = made[n, k]
    start = time.perf_counter()
    if what == "cdist":
        cdist(x, y, metric, out=out)
    elif what == "trick":
        trick(x, y, out)
    else:
        np.dot(x, y.T, out=out)
    print(time.perf_counter() - start, flush=True)
