import time
import numpy as np
from numpy.lib.stride_tricks import as_strided
from scipy.spatial.distance import cdist
# %%
x = np.arange(16, dtype=np.int8).reshape(4, 4)
(x.strides, x.reshape(2, 8).strides, x.reshape(1, 16).strides, x.astype(np.int16).strides, x.T.strides, x.flags['C_CONTIGUOUS'], x.T.flags['F_CONTIGUOUS'])
# %%
a = np.arange(5)
view = a.ravel()
copy = a.flatten()
view[0] = 100
copy[1] = -1
(a.tolist(), view.base is a, copy.base is None, np.shares_memory(a, view), np.shares_memory(a, copy))
# %%
(a.shape, a[:, np.newaxis].shape, a[np.newaxis, :].shape, (a[:, np.newaxis] + a[np.newaxis, :]).shape, (a + 1).tolist())
# %%
p = np.ones((1, 5, 3))
q = np.ones((5, 1, 3))
((p + q).shape, float((p + q).sum()))
# %%
big = np.arange(250000.).reshape(500, 500)
times = []
for name, call in [('view', lambda: big.ravel()), ('flatten', lambda: big.flatten()), ('strided', lambda: big.T.ravel())]:
    start = time.time()
    r = call()
    times.append(time.time() - start)
    print(f'{name}: {r.size:d} items, contiguous {r.flags.c_contiguous}, seconds >= 0: {times[-1] >= 0}')
(len(times), float(big.T.ravel()[1]), big.ravel().base is not None)
# %%
def euclidean_broadcast(x, y):
    """Squared distances by an (n, m, k) temporary."""
    diff = x[:, np.newaxis, :] - y[np.newaxis, :, :]
    return (diff * diff).sum(axis=2)
# %%
def euclidean_einsum(x, y):
    diff = x[:, np.newaxis, :] - y[np.newaxis, :, :]
    return np.einsum('ijk,ijk->ij', diff, diff)
# %%
def euclidean_trick(x, y):
    x2 = np.einsum('ij,ij->i', x, x)[:, np.newaxis]
    y2 = np.einsum('ij,ij->i', y, y)[np.newaxis, :]
    xy = np.dot(x, y.T)
    return np.abs(x2 + y2 - 2. * xy)
# %%
nsamples = 200
nfeat = 50
rng = np.random.default_rng(42)
x = 10. * rng.random((nsamples, nfeat))
y = 10. * rng.random((nsamples, nfeat))
b = euclidean_broadcast(x, y)
t = euclidean_trick(x, y)
e = euclidean_einsum(x, y)
(b.shape, float(b[0, 0]), float(b.sum()), bool(np.abs(b - t).max() < 1e-8), bool(np.isclose(b, t).all()), np.allclose(b, e), np.allclose(b, cdist(x, y, 'sqeuclidean')))
# %%
np.allclose(np.sqrt(b), cdist(x, y))
# %%
def cityblock(x, y):
    return np.abs(x[:, np.newaxis, :] - y[np.newaxis, :, :]).sum(axis=2)
(np.allclose(cityblock(x, y), cdist(x, y, 'cityblock')), round(float(cityblock(x, y).mean()), 9))
# %%
rows = rng.random((1000, 300))
(np.allclose(np.einsum('ij,ij->i', rows, rows), (rows * rows).sum(axis=1)), np.allclose(np.add.reduce(rows * rows, axis=1), (rows * rows).sum(axis=1)), round(float(rows.mean()), 12))
# %%
def square(x):
    return x * x
def add(x, y):
    return x + y
def is_even(x):
    return x % 2 == 0
output = []
for i in range(10):
    if is_even(i):
        output.append(square(i))
    else:
        output.append(add(i, i))
total = sum(output)
print(f'total {total}, squares {sum([square(i) for i in range(10)])}')
(output, total, sum([square(i) for i in range(10)]))
# %%
chunks = np.array_split(y, 12) if False else [y[i * nsamples // 12:(i + 1) * nsamples // 12] for i in range(12)]
parts = [cdist(x, c, 'cityblock') for c in chunks]
whole = np.concatenate(parts, axis=1)
(len(chunks), whole.shape, np.allclose(whole, cdist(x, y, 'cityblock')))
# %%
def loops(x, y):
    out = np.zeros((x.shape[0], y.shape[0]))
    for i in range(x.shape[0]):
        for j in range(y.shape[0]):
            for k in range(x.shape[1]):
                out[i, j] += abs(x[i, k] - y[j, k])
    return out
np.allclose(loops(x[:10], y[:10]), cityblock(x[:10], y[:10]))
# %%
start = time.time()
time.sleep(0.01)
elapsed = time.time() - start
f'{elapsed >= 0.01} {nsamples:5d} {3.14159:.2f} {"n":>3}'
# %%
z = np.arange(6.)
(as_strided(z, shape=(4, 3), strides=(8, 8)).tolist(), np.exp(z[:3]).tolist(), float(np.dot(z, z)))
