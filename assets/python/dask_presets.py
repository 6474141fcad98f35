"""Runs one of the program's graphs by Python's dask: a JSON object of name, settings and workers in, one of results out."""
import json
import resource
import sys
import time

real_out, sys.stdout = sys.stdout, sys.stderr
import dask
import numpy as np

asked = json.loads(sys.stdin.readline())
name, settings, workers = asked["name"], asked["settings"], asked["workers"]


def number(key):
    return int(settings[key])


def seconds():
    return float(settings["seconds"])


def square(x, pause):
    time.sleep(pause)
    return x * x


def add(a, b, pause):
    time.sleep(pause)
    return a + b


def loops(rows, features, chunk):
    points = np.random.default_rng(chunk).random((rows, features)).tolist()
    total = 0.0
    for one in points:
        for other in points:
            distance = 0.0
            for a, b in zip(one, other):
                distance += abs(a - b)
            total += distance
    return total


def build():
    delayed = dask.delayed
    if name == "squares":
        return delayed(add)(delayed(square)(1, seconds()), delayed(square)(2, seconds()), seconds())
    if name == "sum-of-squares":
        return delayed(sum)([delayed(square)(i, seconds()) for i in range(number("n"))])
    if name == "branches":
        return delayed(sum)([delayed(square)(i, seconds()) if i % 2 == 0 else delayed(add)(i, i, seconds())
                             for i in range(number("n"))])
    if name == "gil":
        return delayed(sum)([delayed(loops)(number("rows"), number("features"), i) for i in range(number("tasks"))])
    if name == "cityblock-chunks":
        from scipy.spatial.distance import cdist
        n, k = number("n"), number("k")
        random = np.random.default_rng(number("seed"))
        x, y = random.random((n, k)), random.random((n, k))
        pieces = [delayed(cdist)(x, part, "cityblock") for part in np.array_split(y, number("chunks"))]
        return delayed(np.concatenate)(pieces, axis=1)
    if name in ("mean-of-random", "matmul"):
        import dask.array as da
        da.random.seed(number("seed"))
        x = da.random.random((number("n"), number("n")), chunks=number("chunk") or "auto")
        return x.mean() if name == "mean-of-random" else x @ x
    if name == "weather" and settings["folder"]:
        import glob
        import os
        import dask.array as da
        import h5py
        files = sorted(glob.glob(os.path.join(settings["folder"], "*.hdf5")))
        days = da.stack([da.from_array(h5py.File(each, "r")["/t2m"]) for each in files])
        mean = days.mean(axis=0)
        return da.stack([mean, days[0] - mean])
    sys.exit(f"dask: {name} has no counterpart here")


def main():
    graph = build()
    tasks = len(dict(graph.__dask_graph__()))
    start = time.perf_counter()
    value = graph.compute(scheduler="threads", num_workers=workers)
    wall = time.perf_counter() - start
    answer = {"tasks": tasks, "wall_s": wall, "version": dask.__version__,
              "peak_rss_bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}
    if isinstance(value, np.ndarray):
        answer["text"] = f"{value.dtype} {list(value.shape)}, mean {value.mean()}"
    else:
        answer["number"] = float(value)
    print(json.dumps(answer), file=real_out, flush=True)


main()
