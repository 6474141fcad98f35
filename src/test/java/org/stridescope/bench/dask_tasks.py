"""Empty tasks for TaskPeers: "threads N" or "distributed N" a line in, seconds for them out. The first line names the version."""
import sys
import time

import dask


def nothing():
    return None


def main():
    import distributed
    print(f"dask {dask.__version__}, distributed {distributed.__version__}", flush=True)
    client = None
    for line in sys.stdin:
        kind, count = line.split()[0], int(line.split()[1])
        graph = {("nothing", i): (nothing,) for i in range(count)}
        keys = list(graph)
        if kind == "threads":
            start = time.perf_counter()
            dask.threaded.get(graph, keys, num_workers=2)
        else:
            if client is None:
                client = distributed.Client(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None)
                client.gather(client.get({"warm": (nothing,)}, ["warm"], sync=False))
            start = time.perf_counter()
            client.get(graph, keys)
        print(time.perf_counter() - start, flush=True)


if __name__ == "__main__":
    import dask.threaded
    main()
