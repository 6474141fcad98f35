"""Writes numpy-more.jsonl: scripts of our own with the answers of real NumPy (1.24 here), in the form of numpy-fixed.jsonl.

    python3 more.py        # run in this folder

numpy-fixed.jsonl and numpy-random.jsonl were made the same way from other lists of scripts.
"""
import json, io, contextlib
import numpy as np
from numpy.lib.stride_tricks import as_strided

F = "F = np.asfortranarray(np.arange(60.).reshape(3, 4, 5))"
I = "i = np.array([[0, 1], [2, 0], [1, 1]])"
CASES = [([F], e) for e in """F[[0, 2]]|F[:, [0, 2]]|F[:, :, [0, 2]]|F[[0, 1], :, [0, 2]]|F[[0, 1], [0, 2]]|F[:, [[0, 2]], 0]|F[np.array([True, False, True])]
F[..., [0, 1]]|F[0, [1, 2]]|F[[1], 1:3, 0]|F[:, None, [0, 1]]|F[F > 30]|F[[True, False, True], 1]|F[[], :]|F[[0, 5]]|F[:, [True, False]]|F[[0, 1], [0, 1, 2]]
F.cumsum(axis=1)|F.cumprod(axis=0)|F.sum(axis=(0, 2))|F.sum(axis=1, keepdims=True)|F.mean(axis=0)|F.std(axis=(0, 1))|F.var(axis=2, ddof=1)|F.argmax(axis=1)|F.max(axis=(1, 2))
np.sort(F[::-1], axis=0)|np.argsort(-F, axis=1)|np.diff(F, axis=2)|np.where(F % 2 == 0, F, -1)|F.clip(5, 20)|np.tile(F, (2, 1, 1))|np.tile(F[0], 2)|np.roll(F, 1)|np.roll(F, (1, 2), axis=(0, 1))
np.repeat(F, [1, 0, 2], axis=0)|np.concatenate([F, F], axis=1)|np.stack([F, F], axis=-1)|np.take(F, [[0, 1]], axis=1)|np.einsum('ijk,ijk->ij', F, F)|np.einsum('ijk->kji', F)|np.einsum('ijk->k', F)
np.einsum('ij,jk', F[0], F[0].T)|np.einsum('...j,j->...', F, np.ones(5))|np.einsum('ii', F[:, :3, 0])|np.einsum('i,j,k->ijk', np.arange(2), np.arange(3), np.arange(2))|F @ np.ones((5, 2))|np.dot(F, np.ones(5))
np.dot(F, np.ones((2, 5, 3)))|np.tensordot(F, F, 0).shape|np.add.outer(F[0, 0], F[0, 1])|np.add.reduce(F, axis=(0, 1))|np.maximum.accumulate(F, axis=1)|np.multiply.reduce(np.arange(1, 6))|np.ravel(F, order='K')
F.ravel('F')|F.reshape(4, 15, order='F')|F.reshape(-1)|F.T.reshape(20, 3)|F.flatten('F')|F.swapaxes(0, 1).copy(order='K')|F[:, ::2].astype(int)|np.nonzero(F > 50)|np.argwhere(F > 55)|np.unique(F % 4)
np.median(F, axis=0)|np.ptp(F, axis=1)|np.broadcast_to(F[:, :, :1], (3, 4, 6)) + 1|np.meshgrid([1, 2], [3, 4, 5], indexing='ij')|np.rot90(F)|np.flip(F, (0, 2))|np.moveaxis(F, 0, -1)|F.diagonal(1)
np.apply_along_axis(sum, 0, F)|np.isclose(F, F + 1e-9)|F.round(-1)|(F / 7).round(2)|F.tolist()[0][0]|F.item(7)|np.ones_like(F)|np.zeros_like(F, dtype=int)|np.indices((2, 2))|F.nbytes|F.flags.f_contiguous""".replace("\n", "|").split("|")]
CASES += [([], e) for e in """np.array([1, 2]) + 1.5|np.array([1, 2], dtype='i1') + 1|np.array([1, 2], dtype='u1') - 3|np.array([1, 2], dtype='i1') + 300|np.array([1., 2.], dtype='f4') * 2|np.array([1.], dtype='f4') * 1e40
np.int8(1) + 1|np.float32(1) + 1.0|np.uint8(200) + np.uint8(100)|np.array([1, 2]) ** 2|np.array([1, 2]) ** -1|np.array([2, 3]) ** np.array([2, 3])|np.array([True, False]) + True|np.array([True]) - np.array([True])
-np.array([True])|~np.array([True, False])|np.array([1.5]) & 1|np.array([5, -5]) >> 1|np.array([1, 2], dtype='u8') + np.array([1, -1])|np.uint64(2**63) + np.int64(1)|np.array([2**63], dtype='u8') > 1|np.array([1+2j, 3]) * 1j
np.abs(np.array([3+4j]))|np.array([1+2j]).real|np.exp(1j * np.pi)|np.sqrt(-1.0)|np.sqrt(np.array([4, 9], dtype='i1'))|np.hypot(3, 4)|np.arctan2(np.array([1.]), 1)|np.array([7, -7]) % -3|np.array([7.5, -7.5]) // 2
np.fmod(-7, 3)|np.divmod(7, 3)|np.array([1, 2, 3]).sum(dtype='f4')|np.array([200, 100], dtype='u1').sum()|np.array([True, True]).sum()|np.array([1, 2], dtype='i2').prod()|np.array([1, 2], dtype='f4').mean()|np.array([], dtype=float).sum()
np.array([]).max()|np.array([]).argmin()|np.array([np.nan, 1.]).max()|np.array([3, 1, 2]).argsort()[::-1]|np.array([1, np.nan, 0]).argmax()|np.arange(5)[10]|np.arange(5)[1.5]|np.arange(5)['a']|np.zeros((2, 3))[0, 0, 0]
np.arange(6).reshape(2, 3)[:, -1]|np.arange(6).reshape(2, 3)[5]|np.zeros(3) + np.zeros(4)|np.ones((2, 3)) @ np.ones((2, 3))|np.dot(np.ones((2, 3)), np.ones((2, 3)))|np.concatenate([np.ones(2), np.ones((2, 2))])|np.stack([np.ones(2), np.ones(3)])
np.array([[1, 2], [3]])|np.arange(3).sum(axis=1)|np.transpose(np.ones((2, 3)), (0, 2))|np.ones((2, 3)).transpose(0, 1, 2)|np.squeeze(np.ones((1, 2)), axis=1)|np.expand_dims(np.ones(2), 3)|np.arange(10).reshape(3, -1)|np.zeros(-1)
np.zeros((10**6, 10**6))|np.arange(3).astype('nope')|np.array([1, 2], dtype='f4').view('i4')|np.arange(8, dtype='u1').view('<u4')|np.arange(3).view('i4')|np.result_type('i1', 'u1')|np.result_type(np.ones(2, 'f4'), 1.0)|np.can_cast('i8', 'f4', 'same_kind')
np.linspace(0, 1, 7, endpoint=False)|np.linspace(5, 1, 3, dtype=int)|np.logspace(0, 2, 3)|np.arange(1.5)|np.arange(5, 1)|np.arange(0, 1, 0.3)|np.arange(3, dtype='f4')|np.full((2, 2), 7)|np.full(2, 1.5)|np.eye(2, 3, 1)|np.diag([1, 2])|np.diag(np.ones((2, 3)), 1)
np.tri(3)|np.triu(np.ones((3, 3)), 1)|np.trace(np.arange(9).reshape(3, 3), 1)|np.outer([1, 2], [3, 4])|np.inner([1, 2], [3, 4])|np.linalg.norm(np.ones((2, 2)))|np.cumsum([[1, 2], [3, 4]])|np.searchsorted([1, 2, 3], 2)|np.bincount([0, 1, 1])
np.unique([3, 1, 3], return_counts=True)|np.clip([1, 5, 9], 2, 8)|np.minimum([1, 5], [3, 3])|np.where([True, False], 1, 2.5)|np.where([1, 0, 2])|np.isnan([1., np.nan])|np.allclose([1.], [1. + 1e-9])|np.array_equal([1, 2], [1, 2])|np.append([1], [2, 3])
np.delete([1, 2, 3], 1)|np.split(np.arange(5), [2, 4])[1]|np.array_split(np.arange(5), 2)[0]|np.atleast_2d(5)|np.broadcast_shapes((2, 1), (3,))|np.shares_memory(np.ones(2), np.ones(2))|np.random.default_rng(42).random(3)|np.random.default_rng(1).integers(0, 10, 5)
np.random.default_rng(3).integers(0, 100, 6, dtype='u1')|np.random.default_rng(3).integers(-5, 5, (2, 2), dtype='i4')|np.random.default_rng(7).normal(size=6)|np.random.default_rng(5).standard_normal((2, 3))|np.random.default_rng(5).uniform(1, 3, 2)|np.random.default_rng(9).permutation(6)
np.random.default_rng([1, 2]).random()|np.random.default_rng(2**70).random()|np.random.default_rng(0).random(2, dtype='f4')|2 ** 100|7 // -2|-7 % 3|1 / 0|2 ** -1|True + True|'a' * 3|[1, 2] + [3]|(1,) + (2,)|1 < 2 < 3|'abc'[::-1]|[1, 2, 3][5]|{'a': 1}['b']|undefined
len(5)|int('x')|[x * y for x in range(3) for y in range(2) if x != y]|sum(x for x in range(4))|max([3, 1, 2], key=lambda v: -v)|sorted([3, 1, 2], reverse=True)|list(zip([1, 2], 'ab'))|list(enumerate('ab', 1))|f'{3.14159:.2f} {42:>6d} {"x":<3}|'
f'{np.arange(3)!r}'|str(np.float32(0.1))|repr(np.array([1.5, 2]))|str(np.array([[1, 2], [3, 4]]))|'{:5.1f}'.format(2.345)|'%5.2f %s' % (1.5, 'a')|round(2.5)|abs(-3)|divmod(7, 2)|isinstance(1, int)|type(1).__name__|any([0, 1])|1 if [] else 2""".replace("|'\n", "'\n").replace("\n", "|").split("|")]
CASES += [(["x = np.arange(12).reshape(3, 4)"] + s, e) for s, e in [
    (["x[x > 5] = 0"], "x"), (["x[[0, 1], [1, 2]] = [7, 8]"], "x"), (["x[:, 1] += 100"], "x"), (["x += 1.5"], "x"), (["x[0] = 2.7"], "x"), (["x[1:, ::2] = -1"], "x"),
    (["y = x.T", "y[0, 2] = 99"], "x"), (["x[[0, 0]] += 1"], "x"), (["x[5] = 1"], "x"), (["x[:, [0, 1]] = x[:, [1, 0]]"], "x"), (["x[...] = x[::-1]"], "x"), (["x[x > 5] = [1, 2]"], "x"),
    (["x[0] = [1, 2, 3]"], "x"), (["x //= 3"], "x"), (["x /= 2"], "x"), (["x **= 2"], "x"), (["x -= x[0]"], "x"), (["x @= np.eye(4, dtype=int)"], "x"), (["x.sort(axis=0)"], "x"), (["x.fill(3)"], "x"),
    (["np.add(x, 1, out=x)"], "x"), (["y = x[1]", "x[1] = 5"], "y"), (["x.real[0] = 4"], "x"), (["def f(a, b=2, *c, d=4, **e):\n    return a + b + sum(c) + d + len(e)"], "f(1, 2, 3, d=5, z=1)"),
    (["def f(n):\n    return 1 if n < 2 else n * f(n - 1)"], "f(20)"), (["t = 0", "for i in range(10):\n    if i % 2: continue\n    if i > 6: break\n    t += i\nelse:\n    t = -1"], "t"),
    (["t = 0", "while t < 5:\n    t += 2\nelse:\n    t = 50"], "t"), (["try:\n    x[9]\nexcept IndexError as e:\n    t = str(e)"], "t"), (["a, *b = range(4)"], "b"), (["(a, b), c = (1, 2), 3"], "a + b + c"),
    (["assert x.sum() == 66, 'no'"], "1"), (["assert False, 'no'"], "1"), (["raise ValueError('bad')"], "1"), (["s = 0\nfor row in x:\n    for v in row:\n        s += v"], "s"), (["d = {k: k ** 2 for k in range(3)}"], "d[2]"),
    (["import numpy.linalg as la"], "la.norm(x)"), (["from numpy import arange as r"], "r(3)"), (["def f():\n    y = 1\n    def g():\n        nonlocal y\n        y += 1\n        return y\n    return g() + y"], "f()")]]
CASES += [(["print(x)" if False else p], "0") for p in ["print(np.arange(3) / 3)", "print(np.array([[1.5, -2], [3, 1e10]]))", "print(np.array([1e-5, 1]))", "print(np.zeros((2, 2, 2)))", "print(np.arange(2000))",
    "print(np.array([True, False]))", "print(np.array([1+2j, 3.5-1j]))", "print(np.array([np.nan, 1., np.inf]))", "print(np.arange(30) * 1.1)", "print(np.array([], dtype=int))", "print(np.float64(1) / 3, np.float32(1) / 3, 1e16, 1e-5, 123456789.0)",
    "print(repr(np.arange(3, dtype='i1')), repr(np.ones(2, 'f4')))", "print(repr(np.zeros((2, 0))))", "print([1, 2.0, 'a', None, True], (1,), {'k': [1]}, np.int8(5))", "print(np.arange(100).reshape(10, 10))", "print(repr(np.arange(40)))"]]

def plain(v):
    if isinstance(v, (bool, np.bool_)): return bool(v)
    if isinstance(v, (int, np.integer)): return int(v)
    if isinstance(v, (complex, np.complexfloating)): return [plain(v.real), plain(v.imag)]
    v = float(v)
    return "nan" if v != v else ("inf" if v > 0 else "-inf") if v in (float("inf"), float("-inf")) else v

def describe(v, env):
    if isinstance(v, np.ndarray):
        return {"kind": "array", "dtype": v.dtype.name, "shape": list(v.shape), "strides": list(v.strides), "nbytes": v.nbytes, "size": v.size,
                "c_contiguous": v.flags.c_contiguous, "f_contiguous": v.flags.f_contiguous, "writeable": v.flags.writeable,
                "shares_memory": {k: bool(np.shares_memory(v, o)) for k, o in env.items() if isinstance(o, np.ndarray)}, "values": [plain(i) for i in v.ravel().tolist()]}
    if isinstance(v, (bool, int, float, complex, np.generic)):
        if isinstance(v, int) and not isinstance(v, bool) and abs(v) >= 2 ** 64: return {"kind": "scalar", "dtype": "object", "values": [v]}
        return {"kind": "scalar", "dtype": np.asarray(v).dtype.name, "values": [plain(v)]}
    if isinstance(v, str): return {"kind": "str", "values": [v]}
    if isinstance(v, np.dtype): return {"kind": None}
    if isinstance(v, (tuple, list)):
        return {"kind": type(v).__name__, "values": [i if isinstance(i, str) else plain(i) if isinstance(i, (bool, int, float, np.generic)) else describe(i, env) for i in v]}
    return {"kind": None}

with open("numpy-more.jsonl", "w") as out, np.errstate(all="ignore"):
    import warnings
    warnings.simplefilter("ignore")
    for number, (script, expr) in enumerate(CASES):
        env, printed, case = {"np": np, "as_strided": as_strided}, io.StringIO(), {"id": f"more-{number:04}", "script": script, "expr": expr}
        try:
            with contextlib.redirect_stdout(printed):
                for statement in script: exec(statement, env)
                value = eval(expr, env)
            case.update(describe(value, {k: v for k, v in env.items() if not k.startswith("__")}))
        except Exception as e:
            case.update({"error": type(e).__name__, "message": str(e)})
        if printed.getvalue(): case["printed"] = printed.getvalue()
        if case.get("kind", 0) is not None: out.write(json.dumps(case) + "\n")
