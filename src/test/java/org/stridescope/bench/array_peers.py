"""Times NumPy for ArrayPeerTable: "operation calls" in, seconds a call out. The first line out names the versions."""
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"
import numpy as np

rng = np.random.default_rng(1)
x, y = rng.random((5000, 5000)), rng.random((5000, 5000))
points, rows, line = rng.random((2000, 50)), rng.random((1000, 300)), rng.random(10_000_000)
operations = {
    "transposedRavel": lambda: x.T.ravel(),
    "flatten": lambda: x.flatten(),
    "add": lambda: x + y,
    "sumAxis0": lambda: x.sum(axis=0),
    "sumAxis1": lambda: x.sum(axis=1),
    "pairDifferences": lambda: points[:, None] - points[None, :],
    "einsumRows": lambda: np.einsum("ij,ij->i", rows, rows),
    "exp": lambda: np.exp(line),
}
print(f"NumPy {np.__version__}, Python {sys.version.split()[0]}", flush=True)
for request in sys.stdin:
    name, calls = request.split()
    operation = operations[name]
    start = time.perf_counter()
    for _ in range(int(calls)):
        operation()
    print((time.perf_counter() - start) / int(calls), flush=True)
