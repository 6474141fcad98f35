"""The same operations as ArrayBenchmark.java in real NumPy: medians in milliseconds, results dropped, one thread.

    OMP_NUM_THREADS=1 python3 array_benchmark.py
"""
import time
import numpy as np

rng = np.random.default_rng(1)
x, y = rng.random((5000, 5000)), rng.random((5000, 5000))
points, rows, line = rng.random((2000, 50)), rng.random((1000, 300)), rng.random(10_000_000)
for name, call in {"add": lambda: x + y, "einsumRows": lambda: np.einsum("ij,ij->i", rows, rows), "exp": lambda: np.exp(line),
                   "flatten": lambda: x.flatten(), "pairDifferences": lambda: points[:, None] - points[None, :],
                   "sumAxis0": lambda: x.sum(axis=0), "sumAxis1": lambda: x.sum(axis=1), "transposedRavel": lambda: x.T.ravel()}.items():
    times, end = [], time.perf_counter() + 3
    call()
    while time.perf_counter() < end or len(times) < 3:
        start = time.perf_counter()
        call()
        times.append((time.perf_counter() - start) * 1e3)
    print(f"{name} {np.median(times):.4g}")
