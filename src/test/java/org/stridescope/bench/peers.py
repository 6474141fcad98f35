"""Times SciPy for PeerTable, one run a line: "metric n k" in, seconds out. The first line out names the versions."""
import sys
import time

import numpy as np
import scipy
from scipy.spatial.distance import cdist

print(f"SciPy {scipy.__version__}, NumPy {np.__version__}, Python {sys.version.split()[0]}", flush=True)
made = {}
for line in sys.stdin:
    metric, n, k = line.split()[0], int(line.split()[1]), int(line.split()[2])
    if (n, k) not in made:
        made.clear()
        random = np.random.default_rng(1)
        made[n, k] = random.random((n, k)), random.random((n, k)), np.zeros((n, n))
    x, y, out = made[n, k]
    start = time.perf_counter()
    cdist(x, y, metric, out=out)
    print(time.perf_counter() - start, flush=True)
