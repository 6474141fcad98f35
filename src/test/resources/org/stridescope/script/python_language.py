"""Writes python-language.jsonl: scripts of plain Python and what CPython prints for them, or the error that ends them.

Run with CPython 3.11 or later: python3 python_language.py > python-language.jsonl
"""
import contextlib
import io
import json
import sys

CASES = r'''
def g():
    yield 1
    yield from [2, 3]
    return 4
print(list(g()), sum(g()), next(g()), [*g()])
----
def g():
    got = yield 1
    while got is not None:
        got = yield got * 2
    return 'end'
it = g()
print(next(it), it.send(5), it.send(7))
try:
    next(it)
except StopIteration as e:
    print('stopped', e)
----
def inner():
    x = yield 1
    return x
def outer():
    r = yield from inner()
    print('inner gave', r)
    yield 2
it = outer()
print(next(it))
print(it.send('hello'))
----
def g():
    try:
        for i in range(3):
            if i == 2:
                raise ValueError('two')
            yield i
    except ValueError as e:
        yield str(e)
    else:
        yield 'never'
    finally:
        yield 'last'
print(list(g()))
----
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
import itertools
print(list(itertools.islice(fib(), 10)))
for i, f in enumerate(fib()):
    if f > 50:
        break
print(i, f)
----
def g(n):
    for i in range(n):
        if i % 2: continue
        if i > 6: return
        yield i
    else:
        yield 'else'
print(list(g(5)), list(g(20)))
----
def countdown(n):
    while n:
        yield n
        n -= 1
    else:
        yield 'lift-off'
print(list(countdown(3)), max(x for x in [3, 9, 2]), list(zip(countdown(2), 'ab')))
----
g = (x * y for x in range(3) for y in range(3) if x != y)
print(next(g), list(g), list(g))
----
def g():
    yield 1
    raise KeyError('k')
try:
    for x in g():
        print(x)
except KeyError as e:
    print('caught', e)
----
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise
except ZeroDivisionError as e:
    print(type(e).__name__, e)
----
def f():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            print('body', i)
        finally:
            print('finally', i)
    return i
print(f())
----
def f():
    try:
        return 'try'
    finally:
        print('cleaning')
print(f())
----
try:
    raise ValueError('a', 2)
except (TypeError, ValueError) as e:
    print(e.args, e)
else:
    print('no')
finally:
    print('end')
----
try:
    {}['missing']
except KeyError as e:
    print(e, repr(e))
----
x = 10
def f():
    global x
    x += 1
    def g():
        nonlocal_free = x
        return nonlocal_free
    return g()
print(f(), x)
----
def outer():
    n = 0
    def step():
        nonlocal n
        n += 1
        return n
    step(); step()
    return n
print(outer())
----
def f():
    print(y)
    y = 1
try:
    f()
except UnboundLocalError as e:
    print(e)
----
print([y := 5, y ** 2], any((w := x) > 2 for x in [1, 2, 3, 4]), w)
----
def f(a, b=2, *c, d, e=5, **k):
    return a, b, c, d, e, k
print(f(1, d=4), f(1, 2, 3, 4, d=0, z=9))
----
from functools import partial, reduce, lru_cache, wraps, cache
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(lambda a, b: a + b, [], 'start'))
print(partial(pow, 2)(5), partial(int, base=2)('101') if False else 5)
@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
@lru_cache
def sq(x): return x * x
print(sq(3), sq(3), sq.cache_info())
@cache
def cube(x): return x ** 3
print(cube(3))
def deco(f):
    @wraps(f)
    def inner(*a, **k):
        return ('inner', f(*a, **k))
    return inner
@deco
def add(a, b=1): return a + b
print(add(1), add(1, b=5))
----
import itertools as it
print(list(it.chain([1], 'ab', (2,))), list(it.chain.from_iterable([[1], [2, 3]])))
print(list(it.product('ab', [1, 2])), list(it.product([0, 1], repeat=2)))
print(list(it.permutations([1, 2, 3])), list(it.permutations('abc', 2)))
print(list(it.combinations('abcd', 2)), list(it.combinations_with_replacement('ab', 2)))
print(list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([3, 1, 2], max)), list(it.accumulate([1, 2], initial=10)))
print(list(it.islice(it.count(5, 2), 3)), list(it.islice('abcdef', 1, 5, 2)), list(it.islice(it.cycle('ab'), 5)))
print(list(it.takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.dropwhile(lambda x: x < 3, [1, 2, 3, 1])))
print([(k, list(g)) for k, g in it.groupby('aabccc')], list(it.repeat(7, 3)))
print(list(it.zip_longest([1, 2], 'a', fillvalue='-')), list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.pairwise('abc')))
print(list(it.permutations([1, 2, 3, 4], 3))[7:12], list(it.product()), list(it.combinations([1], 2)))
----
from collections import Counter, defaultdict, deque, namedtuple, OrderedDict
c = Counter('abracadabra')
print(c.most_common(2), c['a'], c['z'], sum(c.values()), c)
print(Counter(a=3, b=1) + Counter(b=2), Counter('aab') - Counter('a'), Counter([1, 1, 2]).total())
d = defaultdict(list)
d['x'].append(1); d['y'].append(2); d['x'].append(3)
print(d, dict(d), len(d), 'z' in d)
n = defaultdict(int)
for w in 'to be or not to be'.split(): n[w] += 1
print(sorted(n.items()))
q = deque([1, 2, 3], maxlen=3)
q.append(4); q.appendleft(0); q.rotate(1)
print(q, q[0], q.pop(), q.popleft(), len(q), list(q), deque([1]))
P = namedtuple('P', 'x y')
p = P(1, y=2)
print(p, p.x + p.y, p._replace(x=5), p._asdict(), tuple(p), P._fields, p == (1, 2), isinstance(p, tuple))
a, b = p
print(a, b, p[1], len(p), [*p])
o = OrderedDict([('a', 1), ('b', 2)])
o.move_to_end('a')
print(list(o), o.popitem(), len(o))
----
import random
random.seed(42)
print(random.random(), random.randint(1, 100), random.choice('abcdef'), random.uniform(2, 5))
l = list(range(10)); random.shuffle(l); print(l, random.sample(range(100), 5), random.sample(range(1000), 3))
print(random.gauss(0, 1), random.gauss(5, 2), random.randrange(0, 100, 5), random.getrandbits(40), random.choices([1, 2, 3], k=4))
random.seed(12345678901234567890)
print(random.random())
----
import statistics as s
print(s.mean([1, 2, 3]), s.mean([1, 2]), s.median([3, 1, 2]), s.median([1, 2, 3, 4]), s.stdev([1.5, 2.5, 4]), s.pvariance([1, 2, 4]), s.mode('aab'), s.fmean([1, 2]))
----
import math
print(math.isqrt(17), math.comb(5, 2), math.perm(5, 2), math.factorial(20), math.gcd(12, 18), math.lcm(4, 6), math.hypot(3, 4), math.dist([0, 0], [3, 4]))
print(math.floor(-2.5), math.ceil(2.1), math.trunc(-2.7), math.fsum([0.1] * 10), math.isclose(0.1 + 0.2, 0.3), math.prod([1, 2, 3]), math.copysign(1, -0.0), math.modf(2.5), math.frexp(8), math.log2(8), math.log(8, 2), math.tau)
print(math.degrees(math.pi), math.inf, math.nan, math.isnan(math.nan), math.atan2(1, 1), math.log10(1000), math.exp(1), math.sinh(1), math.isfinite(1.0))
----
s = ' Hello, World '
print(s.strip(), s.lstrip(), s.rstrip(), s.upper(), s.lower(), s.title(), s.swapcase(), 'hello world'.capitalize())
print('a,b,,c'.split(','), ' a  b c '.split(), 'a b c'.split(maxsplit=1), 'a,b,c'.rsplit(',', 1), 'a b c'.rsplit(maxsplit=1), 'x\ny\n'.splitlines())
print('a-b-c'.partition('-'), 'a-b-c'.rpartition('-'), 'xxabxx'.strip('x'), '42'.zfill(5), '-42'.zfill(5), 'ab'.center(7, '*'), 'ab'.center(6), 'abc'.center(6, '.'), 'ab'.ljust(4) + '|', 'ab'.rjust(4, '0'))
print('banana'.find('an'), 'banana'.rfind('an'), 'banana'.count('a'), 'banana'.index('n'), 'banana'.replace('a', 'o', 2), 'aaa'.replace('', '-'), 'banana'.find('z'))
print('abc'.isalpha(), '12'.isdigit(), 'a1'.isalnum(), ' '.isspace(), 'Ab'.isupper(), 'ab'.islower(), 'a_1'.isidentifier(), 'Hello World'.istitle())
print('prefix-x'.removeprefix('prefix-'), 'x.py'.removesuffix('.py'), 'file.txt'.endswith(('.py', '.txt')), 'abc'.startswith('b', 1), 'a\tb'.expandtabs(4), '-'.join(['a', 'b']))
print('%s has %d of %.2f%%' % ('x', 3, 4.5), '{:>8}|{:<5}|{:^7}'.format('a', 'b', 'c'), f'{3.14159:.2f} {42:05d} {1e6:,.0f} {255:x} {"r"!r}', 'a' < 'b', 'abc'[::-1], 'é'.upper())
----
a = {1, 2, 3}; b = {2, 3, 4}
print(a | b, a & b, a - b, a ^ b, a <= b, {2} < a, a.union([9]), a.issuperset({1}), a.isdisjoint({7}))
a |= {10}; a.discard(99); a.add(5)
print(sorted(a), len(a), 5 in a)
----
d = {'a': 1, 'b': 2}
print(d.get('z', 0), d.pop('a'), d, d.setdefault('c', []), d | {'x': 1}, list(d.items()), sorted(d, key=str))
d.update(b=5, z=7); d |= {'q': 1}
print(d, {**d, 'w': 0}, dict([(1, 2)]), dict(a=1), len(d), d.popitem())
----
l = [3, 1, 2]
l.sort(reverse=True); l.insert(1, 9); l.extend([5]); del l[0]
print(l, l.index(9), l.count(1), l.pop(), l[::-1], sorted(l), l + [1], l * 2)
l[1:2] = [7, 8]; del l[::2]
print(l, [1, 2] < [1, 3], [[1]] == [[1]], min(l), max([1, 5], key=lambda v: -v), list(reversed([1, 2])))
first, *rest = [1, 2, 3]
(a, b), c = (1, 2), 3
print(first, rest, a, b, c)
----
print(5 in range(0, 10, 5), 7 in range(0, 10, 2), list(range(5, 0, -2)), range(3), len(range(0, 10, 3)), range(10)[2:5])
print(1 < 2 < 3, 1 < 3 < 2, not 0, 3 and 0, 0 or 'x', 7 // 2, -7 // 2, -7 % 3, 7 % -3, 2 ** 100, 2 ** -1, 7.5 // 2, divmod(-7, 2), pow(3, 4, 5), round(2.5), round(3.5), round(2.675, 2), abs(-3))
print(int('ff', 16), hex(255), bin(5), oct(8), chr(65), ord('a'), float('1e3'), bool([]), str(1.0), repr('a\'b'), complex(1, 2) * 1j, 0.1 + 0.2, 1e16, 1e-5, 10 ** 20)
----
print(list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1, '', 'a'])), sum([[1], [2]], []), any([]), all([]), list(zip([1, 2], 'ab', strict=True)), isinstance(True, int), type(1).__name__)
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as e:
    print(e)
----
l = [1]
l.append(l)
print(l)
d = {}
d['me'] = d
print(d)
----
assert 1 == 2, 'not equal'
----
def f(x): return f(x + 1)
try:
    f(0)
except RecursionError as e:
    print('deep')
----
sum(['a', 'b'])
----
'abc'.index('z')
----
[].pop()
----
next(iter([]))
----
int('x')
----
{[1]: 2}
----
{(1, [2]): 3}
----
f = 1
f()
----
a, b = [1]
----
a, b = 1, 2, 3
----
raise NotImplementedError
----
undefined_name
----
'a' + 1
----
from collections import nothing
'''


def run(source):
    out = io.StringIO()
    case = {"script": source}
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(source, "<case>", "exec"), {"__name__": "__main__"})
    except Exception as error:  # the case's own
        case["error"] = type(error).__name__
    case["printed"] = out.getvalue()
    return case


for text in CASES.strip("\n").split("\n----\n"):
    json.dump(run(text), sys.stdout, ensure_ascii=False)
    print()
