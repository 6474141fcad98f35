"""Random scripts in NumPy's syntax with the answers of real NumPy 1.24, as JSON lines in the form of golden/numpy-fixed.jsonl.

    /usr/bin/python3 generate.py OUT.jsonl COUNT SEED          # the sample beside this file: sample.jsonl 1500 2026
    /usr/bin/python3 generate.py OUT.jsonl listed              # the functions' own list: listed.jsonl, from listed.txt

A script makes one or two arrays (any dtype, shape, order, or a view), perhaps changes one, and asks one expression over
them: views, indexing, ufuncs, reductions, sorting, joining, products, questions, printing. Where NumPy warns, overflows or
answers what is undefined (integers from NaN), the case is left out.
"""
import contextlib, io, json, os, random, re, sys, warnings
import numpy as np
from numpy.lib.stride_tricks import as_strided

R = random.Random(0)
INTEGERS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
DTYPES = INTEGERS + ["bool", "float16", "float32", "float64", "float64", "float64", "complex128", "complex64"]


def pick(*options):
    return R.choice(options)


def shape(least=0, most=4):
    return tuple(R.choice([1, 2, 2, 3, 3, 4, 5] if R.random() < 0.97 else [0]) for _ in range(R.randint(least, most)))


def array(dtype=None, of=None):
    """An expression that makes an array."""
    dtype = dtype or R.choice(DTYPES)
    of = shape() if of is None else of
    n = int(np.prod(of))
    kind = R.random()
    if kind < 0.35:
        made = f"np.arange({n}, dtype={dtype!r}).reshape({of})" if dtype != "bool" or n <= 2 else f"(np.arange({n}) % 3 == 0).reshape({of})"
    elif kind < 0.85 and n <= 40:
        low = 0 if dtype.startswith("u") or dtype == "bool" else -9
        values = [R.randint(low, 9) for _ in range(n)]
        if dtype == "bool":
            values = [v % 2 == 0 for v in values]
        elif dtype.startswith("f"):
            values = [v / R.choice([1, 2, 4]) for v in values]
        elif dtype.startswith("c"):
            values = [complex(v, R.randint(-3, 3)) for v in values]
        text = repr(values)
        if dtype.startswith("f") and values and R.random() < 0.12:
            values[R.randrange(n)] = R.choice(["np.nan", "np.inf", "-np.inf", "-0.0"])
            text = "[" + ", ".join(map(str, values)) + "]"
        made = f"np.array({text}, dtype={dtype!r}).reshape({of})"
    elif kind < 0.92:
        made = f"np.full({of}, {R.randint(0, 9)}, dtype={dtype!r})"
    else:
        made = f"np.{pick('zeros', 'ones')}({of}, dtype={dtype!r})"
    how = R.random()
    if how < 0.1:
        return f"np.asfortranarray({made})"
    if how < 0.2:
        return made + ".T"
    if how < 0.3 and of:
        return made + "[" + pick("::-1", "::2", "...", "1:", ":-1") + "]"
    if how < 0.34 and of:
        return f"np.broadcast_to({made}, {(2,) + of})"
    return made


def index(x):
    """An index that fits, most of the time."""
    parts = []
    fancy = 0
    for n in x.shape[:R.randint(0, x.ndim) if R.random() < 0.5 else x.ndim]:
        k = R.random()
        if k < 0.3:
            parts.append(str(R.randint(-n, n - 1) if n and R.random() < 0.96 else n + 1))
        elif k < 0.65:
            parts.append(":".join([str(R.randint(-n, n)) if R.random() < 0.6 else "", str(R.randint(-n, n)) if R.random() < 0.5 else ""]
                                  + ([pick("2", "-1", "-2", "1")] if R.random() < 0.4 else [])))
        elif k < 0.72:
            parts.append(pick("None", "np.newaxis"))
        elif k < 0.78 and "..." not in parts:
            parts.append("...")
            if R.random() < 0.5:
                break
        elif k < 0.92 and n:
            fancy += 1
            parts.append(repr([R.randint(-n, n - 1) for _ in range(R.randint(1, 3) if fancy == 1 else pick(1, 2, 3))]) if R.random() < 0.7
                         else f"np.array({[[R.randint(0, n - 1) for _ in range(2)] for _ in range(2)]})")
        elif n:
            parts.append(repr([R.random() < 0.5 for _ in range(n)]))
    if R.random() < 0.12:
        return "x " + pick(">", "<=", "==", "!=") + " " + str(R.randint(0, 5))
    return ", ".join(parts) or pick("...", ":", "None", "()", "0")


UNARY = """negative positive absolute square sign sqrt exp exp2 expm1 log log2 log10 log1p cbrt sin cos tan arcsin arccos arctan sinh cosh tanh
arcsinh arctanh degrees radians floor ceil trunc rint fabs isnan isinf isfinite signbit logical_not invert conjugate reciprocal""".split()
BINARY = """add subtract multiply divide floor_divide remainder fmod power maximum minimum fmax fmin equal not_equal less less_equal greater
greater_equal logical_and logical_or logical_xor bitwise_and bitwise_or bitwise_xor left_shift right_shift hypot arctan2 copysign logaddexp
gcd lcm heaviside float_power logaddexp2 nextafter""".split()
OPERATORS = "+ - * / // % ** & | ^ < <= == != >= > @".split()
REDUCE = "sum prod mean std var min max argmin argmax any all ptp cumsum cumprod median count_nonzero nansum nanmax nanmin nanmean nanstd nanprod nanmedian".split()


def axis(x, tuples=False):
    if R.random() < 0.15:
        return "None"
    if not x.ndim or R.random() < 0.04:
        return str(R.randint(-5, 4))
    if tuples and R.random() < 0.3:
        return repr(tuple(R.sample(range(x.ndim), R.randint(1, x.ndim))))
    return str(R.randint(-x.ndim, x.ndim - 1))


def scalar():
    return pick("1", "2", "3", "-1", "0", "2.5", "0.5", "300", "True", "1j", "np.float32(1.5)", "np.int8(3)", "np.uint8(200)", "70000", "1e10", "np.float64(2)", "np.int64(5)",
                "np.float16(0.5)", "-129", "2**40")


def other(x):
    """An operand that goes with x."""
    k = R.random()
    if k < 0.3:
        return scalar()
    if k < 0.45:
        return "x"
    if k < 0.85:
        of = tuple(n if R.random() < 0.8 else 1 for n in x.shape[R.randint(0, x.ndim):])
        return array(of=of)
    return "y"


def reduction(x):
    name = R.choice(REDUCE)
    a = axis(x, name not in ("argmin", "argmax", "cumsum", "cumprod"))
    options = [] if R.random() < 0.25 else [f"axis={a}"]
    if R.random() < 0.25 and name not in ("cumsum", "cumprod"):
        options.append("keepdims=True")
    if R.random() < 0.12 and name in ("sum", "prod", "mean", "std", "var", "cumsum"):
        options.append(f"dtype={pick('float32', 'float64', 'int64', 'int32', 'complex128')!r}")
    if R.random() < 0.1 and name in ("std", "var"):
        options.append("ddof=1")
    if R.random() < 0.1 and name in ("sum", "prod", "max", "min"):
        options.append(f"initial={R.randint(-3, 6)}")
    if R.random() < 0.1 and name in ("sum", "prod", "any", "all", "mean", "std"):
        options.append("where=x > 1")
    method = name in "sum prod mean std var min max argmin argmax any all ptp cumsum cumprod".split() and R.random() < 0.4
    return f"x.{name}({', '.join(options)})" if method else f"np.{name}({', '.join(['x'] + options)})"


def ufunc(x):
    k = R.random()
    if k < 0.3:
        name = R.choice(UNARY)
        extra = "" if R.random() < 0.85 else pick(", out=np.zeros(x.shape)", ", dtype='float32'", ", where=x > 0, out=np.ones(x.shape)", ", casting='no'", ", dtype=np.float64", ", out=x")
        return f"np.{name}(x{extra})"
    if k < 0.55:
        name = R.choice(BINARY)
        extra = "" if R.random() < 0.85 else pick(", out=np.zeros(x.shape)", ", dtype='float32'", ", where=x != 2, out=np.ones(x.shape)", ", casting='safe'", ", dtype='int64'", ", casting='unsafe', dtype='int16'")
        return f"np.{name}(x, {other(x)}{extra})"
    if k < 0.85:
        o = other(x)
        return f"x {R.choice(OPERATORS)} {o}" if R.random() < 0.7 else f"{o} {R.choice(OPERATORS)} x"
    name = R.choice("add multiply maximum minimum subtract logical_and logical_or bitwise_and bitwise_xor power hypot".split())
    how = pick("reduce", "accumulate", "outer", "reduceat", "reduce")
    if how == "outer":
        return f"np.{name}.outer(x, {pick('x', '[1, 2]', '3', 'y')})"
    if how == "reduceat":
        return f"np.{name}.reduceat(x, [0, {R.randint(0, 3)}], axis={axis(x)})"
    options = [] if R.random() < 0.4 else [f"axis={axis(x, how == 'reduce')}"]
    if how == "reduce" and R.random() < 0.25:
        options.append("keepdims=True")
    return f"np.{name}.{how}({', '.join(['x'] + options)})"


def view(x):
    a = lambda: axis(x) if R.random() < 0.95 else "7"
    n = x.size
    return R.choice([
        lambda: "x.T", lambda: f"x.reshape({pick(-1, n, (n, 1), (1, n), (-1, 2), (2, -1), (3, -1), (2, 2, -1))})", lambda: f"x.reshape(-1, order='F')", lambda: f"x.reshape((2, -1), order={pick('C', 'F', 'A')!r})",
        lambda: f"x.ravel({pick('', chr(39) + 'F' + chr(39), chr(39) + 'K' + chr(39), chr(39) + 'A' + chr(39))})", lambda: f"x.flatten({pick('', chr(39) + 'F' + chr(39), chr(39) + 'K' + chr(39), chr(39) + 'A' + chr(39))})",
        lambda: f"x.swapaxes({a()}, {a()})", lambda: f"np.moveaxis(x, {a()}, {a()})", lambda: f"np.rollaxis(x, {a()})", lambda: "x.squeeze()", lambda: f"np.squeeze(x, axis={a()})", lambda: f"np.expand_dims(x, {a()})",
        lambda: f"np.expand_dims(x, (0, {a()}))", lambda: f"x.transpose({', '.join(map(str, R.sample(range(x.ndim), x.ndim)))})", lambda: f"np.flip(x, axis={axis(x, True)})", lambda: f"np.rot90(x, {R.randint(-2, 5)})",
        lambda: f"x.diagonal({R.randint(-2, 2)})", lambda: f"np.diagonal(x, {R.randint(-1, 1)}, {a()}, {a()})", lambda: f"np.broadcast_to(x, {(2,) + x.shape})", lambda: f"np.broadcast_to(x, {shape()})",
        lambda: f"np.atleast_{pick(1, 2, 3)}d(x)", lambda: f"x.view({R.choice(DTYPES)!r})", lambda: f"x.astype({R.choice(DTYPES)!r}, order={pick('K', 'C', 'F')!r})", lambda: f"x.astype({R.choice(DTYPES)!r}, casting={pick('safe', 'same_kind', 'unsafe', 'no')!r})",
        lambda: f"x.copy({pick('', repr('F'), repr('K'))})", lambda: "np.ascontiguousarray(x)", lambda: "np.asfortranarray(x)", lambda: f"np.array(x, dtype={R.choice(DTYPES)!r}, ndmin={R.randint(0, 3)})", lambda: f"np.asarray(x, order={pick('C', 'F', 'A', 'K')!r})",
        lambda: "x.real", lambda: "x.imag", lambda: "np.fliplr(x)", lambda: "np.flipud(x)", lambda: f"np.{pick('zeros', 'ones', 'empty')}_like(x).strides", lambda: f"np.full_like(x, {R.randint(0, 9)})", lambda: "np.broadcast_arrays(x, y)[0]",
        lambda: f"np.lib.stride_tricks.sliding_window_view(x, 2, axis={a()})", lambda: "x.tolist()", lambda: f"np.tri{pick('l', 'u')}(x, {R.randint(-1, 2)})", lambda: f"np.diag(x, {R.randint(-1, 1)})", lambda: "np.trace(x)", lambda: f"np.diagflat(x, {R.randint(-1, 1)})"])()


def join(x):
    a = axis(x)
    s = max(1, x.shape[0] if x.ndim else 1)
    return R.choice([
        lambda: f"np.concatenate([x, {pick('x', 'y', other(x))}], axis={a})", lambda: f"np.stack([x, {pick('x', 'y', 'x + 1')}], axis={a})", lambda: f"np.{pick('v', 'h', 'd', 'column_')}stack([x, {pick('x', 'y', 'x.T')}])",
        lambda: f"np.append(x, {pick('x', '[1, 2]', '3')})", lambda: f"np.append(x, x, axis={a})", lambda: f"np.repeat(x, {pick(2, 3, '[1, 2]')}, axis={a})", lambda: f"np.tile(x, {pick(2, (2, 1), (1, 2), (2, 1, 2), (), 0)})",
        lambda: f"np.roll(x, {R.randint(-3, 3)}, axis={axis(x, True)})", lambda: f"np.split(x, {pick(2, 3, [1], [1, 2])}, axis={a})", lambda: f"np.array_split(x, {R.randint(1, 4)}, axis={a})", lambda: f"np.{pick('v', 'h', 'd')}split(x, {pick(1, 2, [1])})",
        lambda: f"np.delete(x, {pick(0, -1, [0], 'slice(0, 1)', [0, 1], 7)}, axis={a})", lambda: f"np.insert(x, {pick(0, 1, -1, [0, 1])}, {pick(5, [7, 8])}, axis={a})", lambda: f"np.insert(x, {R.randint(0, s)}, 9)",
        lambda: f"np.pad(x, {pick(1, (1, 2), 2)}, mode={pick('constant', 'edge', 'wrap', 'reflect', 'symmetric')!r})", lambda: f"np.block([[x, x], [x, x]])", lambda: f"np.resize(x, {shape(1, 3)})", lambda: "np.r_[x, x]", lambda: "np.c_[x, x]",
        lambda: f"np.diff(x, n={R.randint(0, 2)}, axis={a})", lambda: f"np.ediff1d(x)", lambda: f"np.kron(x, {pick('x', 'np.eye(2)', '[1, 2]')})"])()


def search(x):
    a = axis(x)
    return R.choice([
        lambda: f"np.sort(x, axis={a})", lambda: f"np.argsort(x, axis={a}, kind='stable')", lambda: f"np.unique(x)", lambda: "np.unique(x, return_index=True, return_inverse=True, return_counts=True)", lambda: f"np.unique(x, axis={a})",
        lambda: f"np.unique(x, return_counts=True, axis={a})", lambda: "np.unique(x, return_inverse=True)", lambda: f"np.where(x > {R.randint(0, 4)}, x, {other(x)})", lambda: "np.where(x)", lambda: "np.nonzero(x)", lambda: "np.argwhere(x)", lambda: "np.flatnonzero(x)",
        lambda: f"np.clip(x, {pick(1, 0.5, -2, 'None')}, {pick(3, 2.5, 200, 'None', 0)})", lambda: f"x.clip({pick(0, 1)}, {pick(3, 5)})", lambda: f"np.take(x, {pick([0, 1], [[0, 0]], 0, -1, 9)}, axis={a})", lambda: f"np.take(x, [0, 7], axis={a}, mode={pick('clip', 'wrap')!r})",
        lambda: f"np.compress([True, False], x, axis={a})", lambda: f"np.take_along_axis(x, np.argsort(x, axis={a}, kind='stable'), axis={a})", lambda: f"np.partition(x, 0, axis={a}).shape", lambda: f"np.searchsorted(np.sort(x.ravel()), {pick('x', 2, [1, 3])}, side={pick('left', 'right')!r})",
        lambda: f"np.percentile(x, {pick(50, 30, [10, 90])}, axis={axis(x, True)})", lambda: f"np.quantile(x, {pick(0.5, 0.25, [0, 1])}, axis={a}, keepdims={R.random() < .3})", lambda: f"np.isin(x, {pick([1, 2], 'y', 3)})", lambda: f"np.in1d(x, [1, 2, 3])",
        lambda: f"np.{pick('intersect1d', 'union1d', 'setdiff1d', 'setxor1d')}(x, {pick([1, 2, 3], 'y')})", lambda: f"np.isclose(x, {pick('x', 'x + 1e-9', 'y')})", lambda: "np.allclose(x, x)", lambda: f"np.array_equal(x, {pick('x', 'y', 'x.T')})", lambda: f"np.round(x, {R.randint(-1, 2)})",
        lambda: f"np.digitize(x, [0, 2, 5])", lambda: f"np.histogram(x, bins={pick(3, 5, [0, 2, 4, 8])})", lambda: f"np.bincount(x.ravel())", lambda: f"np.nan_to_num(x)", lambda: f"np.cov(x)", lambda: "np.corrcoef(x)", lambda: f"np.average(x, axis={a})", lambda: f"np.gradient(x, axis={a})",
        lambda: f"np.trapz(x, axis={a})", lambda: f"np.interp(x, [0, 2, 5], [1, 3, -2])", lambda: f"np.convolve(x, [1, 2], {pick('full', 'same', 'valid')!r})", lambda: f"np.correlate(x, [1, 2])", lambda: f"np.select([x < 1, x > 3], [x, x * 2], -1)", lambda: f"np.choose(x, [x, x])",
        lambda: f"np.extract(x > 1, x)", lambda: f"np.piecewise(x, [x < 1, x >= 1], [-1, 1])", lambda: f"np.lexsort((x, x))", lambda: f"np.unravel_index({R.randint(0, 6)}, x.shape)", lambda: f"np.apply_along_axis(np.sum, {a}, x)", lambda: f"np.cross(x, x)", lambda: "np.count_nonzero(x)",
        lambda: f"np.nanpercentile(x, 40, axis={a})", lambda: f"np.argpartition(x, 0, axis={a}).shape", lambda: f"np.apply_over_axes(np.sum, x, [0])", lambda: f"np.packbits(x, axis={a})"])()


def product(x):
    letters = "ijkl"[:x.ndim]
    return R.choice([
        lambda: f"np.einsum('{letters}->{''.join(R.sample(letters, R.randint(0, x.ndim)))}', x)", lambda: f"np.einsum('{letters},{letters}->{letters[:R.randint(0, x.ndim)]}', x, x)", lambda: f"np.einsum('{letters},{letters}', x, x)",
        lambda: "np.einsum('ij,jk->ik', x, x.T)", lambda: "np.einsum('ii->i', x)", lambda: "np.einsum('...i->...', x)", lambda: "np.einsum('ij,kj->ik', x, y)", lambda: f"np.einsum('i,j->ij', x, {pick('x', 'y')})", lambda: "np.einsum('ij', x)", lambda: "np.einsum('...ij,...jk', x, x)",
        lambda: f"x @ {pick('x', 'x.T', 'y', 'y.T')}", lambda: f"np.dot(x, {pick('x', 'x.T', 'y', 2)})", lambda: f"np.inner(x, {pick('x', 'y')})", lambda: f"np.outer(x, {pick('x', 'y', 3)})", lambda: f"np.tensordot(x, {pick('x', 'y', 'x.T')}, {pick(0, 1, 2, '([0], [0])', '((0, 1), (0, 1))')})",
        lambda: f"np.vdot(x, {pick('x', 'y')})", lambda: f"np.linalg.norm(x{pick('', ', axis=0', ', axis=-1', ', ord=1', ', ord=np.inf', ', axis=0, keepdims=True')})", lambda: f"np.matmul(x, {pick('x', 'x.T')})", lambda: "np.trace(x)", lambda: f"np.linalg.matrix_power(x, {R.randint(0, 3)})"])()


def ask(x):
    return R.choice([lambda: f"x.{pick('shape', 'strides', 'ndim', 'size', 'itemsize', 'nbytes', 'dtype.name', 'dtype.kind', 'flags.owndata', 'flags.c_contiguous', 'flags.f_contiguous', 'flags.writeable')}", lambda: "str(x)", lambda: "repr(x)", lambda: "str(x)", lambda: "repr(x)",
        lambda: f"np.result_type(x, {other(x)}).name", lambda: f"np.can_cast(x, {R.choice(DTYPES)!r})", lambda: f"np.can_cast({R.choice(DTYPES)!r}, {R.choice(DTYPES)!r}, {pick('safe', 'same_kind')!r})", lambda: f"np.promote_types({R.choice(DTYPES)!r}, {R.choice(DTYPES)!r}).name", lambda: "np.shares_memory(x, y)",
        lambda: "np.may_share_memory(x, y)", lambda: f"np.min_scalar_type({scalar()}).name", lambda: "len(x)", lambda: "x.item()", lambda: f"x.item({R.randint(0, 5)})", lambda: "bool(x)", lambda: "int(x)", lambda: "float(x)", lambda: "list(x)", lambda: f"{R.randint(0, 5)} in x", lambda: "x.sum().dtype.name",
        lambda: "np.common_type(x, y).__name__", lambda: "str(x[0])", lambda: "x.base is None", lambda: "np.iscomplexobj(x)", lambda: f"np.ndim(x)", lambda: "(x.T).flags.f_contiguous", lambda: "np.isscalar(x)", lambda: "repr(x[..., :1])", lambda: "str(x.max())", lambda: "repr(x.sum())"])()


def change(x):
    i = index(x)
    return R.choice([lambda: f"x[{i}] = {pick(7, 2.5, -1, 'True', 'x[' + i + ']', '[1, 2]', '1j')}", lambda: f"x[{i}] {pick('+', '-', '*', '//', '/')}= {pick(2, 1.5, 3)}", lambda: f"x {pick('+', '-', '*', '/', '//', '%', '**', '&', '|')}= {other(x)}", lambda: "x.sort()", lambda: f"x.sort(axis={axis(x)})", lambda: f"x.fill({pick(3, 2.5)})",
        lambda: f"x.flat[{pick('0', '1:3', '::2', '-1')}] = {pick(9, 2.5)}", lambda: f"np.put(x, {pick([0, 1], 0, [9])}, {pick([5, 6], 4)})", lambda: f"np.putmask(x, x > 2, {pick(0, [1, 2])})", lambda: f"np.place(x, x > 1, {pick([8], [1, 2])})", lambda: f"np.copyto(x, {pick(1, 2.5, 'y')})", lambda: f"np.fill_diagonal(x, {pick(3, 1.5)})",
        lambda: f"np.{pick('add', 'subtract', 'multiply', 'maximum')}.at(x, {pick(0, [0, 0], '[0, 1]', 'x > 1')}, {pick(1, 2)})", lambda: f"x.T[{i}] = 3", lambda: f"x.real[...] = 4"])()


def create():
    d = R.choice(DTYPES)
    n = lambda: pick(0, 1, 2, 3, 5, 7, -2, 0.5, 2.5, 10)
    return R.choice([lambda: f"np.arange({n()}, {n()}, {pick(1, 2, -1, 0.5, 0.3, -1.5)})", lambda: f"np.arange({n()}, dtype={d!r})", lambda: f"np.linspace({n()}, {n()}, {R.randint(0, 6)}, endpoint={R.random() < .7})", lambda: f"np.linspace({n()}, {n()}, {R.randint(1, 6)}, dtype={d!r})", lambda: f"np.eye({R.randint(0, 4)}, {R.randint(1, 4)}, {R.randint(-2, 2)}, dtype={d!r})",
        lambda: f"np.identity({R.randint(0, 4)}, dtype={d!r})", lambda: f"np.full({shape()}, {scalar()})", lambda: f"np.array({pick([1, 2.5], [True, 2], [[1, 2], [3, 4]], [1, 2j], [], [[]], [[1], [2, 3]], 5, (1, 2), 'range(4)', [2**63], [2**62, -1], [1, 2**63], 'None' , [[True], [False]])})", lambda: f"np.array({[R.randint(0, 120) for _ in range(3)]}, dtype={d!r})",
        lambda: f"np.geomspace(1, {pick(8, 100, 1000)}, {R.randint(1, 5)})", lambda: f"np.logspace(0, {R.randint(1, 4)}, {R.randint(1, 5)})", lambda: f"np.meshgrid(np.arange({R.randint(1, 3)}), np.arange({R.randint(1, 3)}), indexing={pick('ij', 'xy')!r}, sparse={R.random() < .4})", lambda: f"np.indices({shape(1, 2)})", lambda: f"np.tri({R.randint(1, 4)}, k={R.randint(-1, 1)})", lambda: f"np.zeros({shape()}, {d!r}, order={pick('C', 'F')!r})", lambda: f"np.ones({shape()}, {d!r})",
        lambda: f"np.vander([1, 2, 3], {R.randint(1, 4)})", lambda: f"np.mgrid[0:{R.randint(1, 4)}, 0:{R.randint(1, 3)}]", lambda: f"np.mgrid[0:1:{R.randint(2, 5)}j]", lambda: f"np.ogrid[0:{R.randint(1, 4)}, 0:2]", lambda: f"np.r_[0:{R.randint(1, 5)}, {n()}]", lambda: f"np.fromfunction(lambda i, j: i + j, {shape(2, 2)})", lambda: f"np.{d + '_' if d == 'bool' else d}({pick(1, 0, 3.7, 200 if d != 'int8' else 5)})",
        lambda: f"np.fromiter((k * k for k in range(4)), dtype={d!r})", lambda: f"np.tril_indices({R.randint(1, 4)})", lambda: f"np.triu_indices({R.randint(1, 4)}, {R.randint(-1, 1)})", lambda: f"np.diag_indices({R.randint(1, 3)})", lambda: f"np.ix_([0, 1], [True, False, True])", lambda: f"np.array({scalar()})", lambda: f"np.asarray([{scalar()}, {scalar()}])"])()


def case():
    """Statements and an expression."""
    if R.random() < 0.12:
        return [], create()
    script = [f"x = {array()}"]
    env = {"np": np, "as_strided": as_strided}
    exec(script[0], env)
    if R.random() < 0.35:
        step = f"x = {R.choice([view, view, lambda x: f'x[{index(x)}]'])(env['x'])}"
        with contextlib.suppress(Exception):
            exec(step, dict(env))
            exec(step, env)
            if isinstance(env["x"], np.ndarray):
                script.append(step)
            else:
                exec(script[0], env)
    x = env["x"]
    k = R.random()
    if k < 0.1:
        script.append(change(x))
        expr = "x"
    elif k < 0.26:
        expr = f"x[{index(x)}]"
    else:
        expr = R.choice([ufunc, ufunc, reduction, reduction, view, view, join, search, search, product, ask])(x)
    if re.search(r"\by\b", " ".join(script[1:]) + expr):
        script.insert(1, f"y = {R.choice([array(), array(of=x.shape), array(of=x.shape[-1:])])}")
    return script, expr


def plain(v):
    if isinstance(v, (bool, np.bool_)):
        return bool(v)
    if isinstance(v, (int, np.integer)):
        return int(v)
    if isinstance(v, (complex, np.complexfloating)):
        return [plain(v.real), plain(v.imag)]
    v = float(v)
    return "nan" if v != v else ("inf" if v > 0 else "-inf") if v in (float("inf"), float("-inf")) else v


def describe(v, env):
    if isinstance(v, np.ndarray) and v.dtype.kind in "biufc":
        return {"kind": "array", "dtype": v.dtype.name, "shape": list(v.shape), "strides": list(v.strides), "nbytes": v.nbytes, "size": v.size, "c_contiguous": v.flags.c_contiguous,
                "f_contiguous": v.flags.f_contiguous, "owndata": v.flags.owndata, "writeable": v.flags.writeable, "shares_memory": {k: bool(np.shares_memory(v, o)) for k, o in env.items() if isinstance(o, np.ndarray)},
                "values": [plain(i) for i in v.ravel().tolist()]}
    if isinstance(v, (bool, int, float, complex, np.number, np.bool_)):
        return {"kind": "scalar", "dtype": np.asarray(v).dtype.name, "values": [plain(v)]}
    if isinstance(v, str):
        return {"kind": "str", "values": [v]}
    if v is None:
        return {"kind": "none"}
    if isinstance(v, (tuple, list)) and len(v) < 200:
        return {"kind": type(v).__name__, "values": [i if isinstance(i, str) else plain(i) if isinstance(i, (bool, int, float, complex, np.generic)) else describe(i, env) for i in v]}
    raise LookupError("no form for " + type(v).__name__)


def answer(number, script, expr):
    """NumPy's answer, or None where it warns or has no form here."""
    env = {"np": np, "as_strided": as_strided}
    made = {"id": number, "script": script, "expr": expr}
    printed = io.StringIO()
    np.set_printoptions(edgeitems=3, infstr="inf", linewidth=75, nanstr="nan", precision=8, suppress=False, threshold=1000, formatter=None)
    with warnings.catch_warnings(), np.errstate(all="ignore"), contextlib.redirect_stdout(printed):
        warnings.simplefilter("ignore")
        warnings.filterwarnings("error", category=DeprecationWarning)
        warnings.filterwarnings("error", category=np.VisibleDeprecationWarning)
        try:
            for statement in script:
                exec(statement, env)
            value = eval(expr, env)
            made.update(describe(value, {k: v for k, v in env.items() if not k.startswith("_")}))
        except (DeprecationWarning, np.VisibleDeprecationWarning, LookupError) as e:
            if not isinstance(e, (IndexError, KeyError)) or type(e) is LookupError:
                return None
            made.update({"error": type(e).__name__, "message": str(e)})
        except Exception as e:
            kind = "UFuncTypeError" if "UFunc" in type(e).__name__ else type(e).__name__
            made.update({"error": kind, "message": str(e)})
    if printed.getvalue():
        made["printed"] = printed.getvalue()
    return made if len(json.dumps(made)) < 1500 else None


def undefined(script, expr):
    """What C leaves undefined: integers from NaN, infinity or complex; and what an empty array holds."""
    text = " ".join(script) + expr
    return bool(re.search(r"(nan|inf\b)", text) and re.search(r"int|astype|view|\[.*\] *=", text)) or "np.empty" in expr


def main(out, what, seed="0"):
    made = []
    if what == "listed":
        with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "listed.txt")) as lines:
            for number, line in enumerate(l.rstrip("\n") for l in lines if l.strip() and not l.startswith("#")):
                *script, expr = line.split(" ;; ")
                made.append(answer(f"listed-{number:04}", script, expr) or print("no form:", line))
    else:
        R.seed(int(seed))
        while len(made) < int(what):
            script, expr = case()
            made += [a for a in [answer(f"s{seed}-{len(made):05}", script, expr)] if a and not undefined(script, expr)]
    with open(out, "w") as file:
        file.writelines(json.dumps(m) + "\n" for m in made if m)


if __name__ == "__main__":
    main(*sys.argv[1:])
