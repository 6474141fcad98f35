package org.stridescope.script;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.stridescope.array.ArrayMemory;

import static org.assertj.core.api.Assertions.assertThat;

/** Scripts that ask for more than there is end in Python's own errors, whatever they ask it of. */
final class ScriptBoundsTest {
    private static final ScriptLimits LIMITS = new ScriptLimits(20, 64L << 20, 300, 100_000);

    private static ScriptError error(String script) {
        Session session = new Session(LIMITS, new Library(Map.of()),
                ArrayMemory.recycled(LIMITS.memoryBytes(), ArrayMemory.PLAIN));
        try (session) {
            Session.Outcome outcome = session.run(script);
            assertThat(outcome.error()).as(script).isNotNull();
            return java.util.Objects.requireNonNull(outcome.error());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a' * 10**10", "s = 'a'\nwhile True: s += s", "','.join(['a' * 10**4] * 1000)",
            "[0] * 10**9", "(0,) * 10**10", "list(range(10**9))", "[i for i in range(10**9)]",
            "{i for i in range(10**9)}", "{i: i for i in range(10**9)}", "dict(zip(range(10**9), range(10**9)))",
            "l = [1]\nwhile True: l += l", "l = [1]\nwhile True: l.extend(l)", "l = [1]\nfor x in l: l.append(x)",
            "l = [1]\nwhile True: l[:0] = l", "l = []\nfor i in range(60): l = [l, l]\nstr(l)", "10**10**10",
            "1 << 10**9", "x = 3\nwhile True: x = x * x", "while True: print('x' * 1000)",
            "t = ()\nfor i in range(100): t = (t, t)\n{t: 1}",
            "l = [1, 2]\nfor i in range(30): l = [l, l]\nnp.array(l)",
            "'x'.center(10**12)", "'x'.zfill(10**12)", "'\\t'.expandtabs(10**12)", "'ab'.replace('', 'c' * 10**5)",
            "import itertools\nlist(itertools.count())", "import itertools\nlist(itertools.repeat(1))",
            "import itertools\nlist(itertools.product(range(1000), repeat=10))",
            "import random\nrandom.getrandbits(10**12)", "import random\nrandom.choices([1], k=10**9)",
            "from collections import Counter\nCounter(range(10**9))",
            "from collections import Counter\nlist(Counter(a=10**9).elements())",
            "from collections import deque\ndeque(range(10**9))", "def g():\n    while True: yield 1\nlist(g())",
            "print(*range(10**9))", "f = lambda *a: a\nf(*range(10**9))", "sum([[0] * 1000] * 1000, [])",
            "np.arange(1e15)", "np.ones((10**6, 10**6))", "np.tile(np.ones(10**6), 10**6)",
            "np.repeat(np.ones(10**6), 10**6)", "np.meshgrid(np.ones(10**5), np.ones(10**5))",
            "np.indices((10**5, 10**5))", "np.outer(np.ones(10**5), np.ones(10**5))", "np.eye(10**6)",
            "np.linspace(0, 1, 10**12)", "np.full((10**5, 10**5), 1)", "np.identity(10**7)",
            "np.einsum('i,j->ij', np.ones(10**5), np.ones(10**5))", "np.broadcast_to(1, (10**6, 10**6)).copy()",
            "np.lib.stride_tricks.sliding_window_view(np.ones(10**5), 5 * 10**4).copy()",
            "np.random.default_rng(1).random(10**12)", "np.add.outer(np.ones(10**5), np.ones(10**5))",
            "np.zeros(10**6)[np.zeros((10**4, 10**4), 'i1')]", "np.concatenate([np.ones(10**6)] * 100)",
            "np.stack([np.ones(10**6)] * 100)", "np.pad(np.ones(3), 10**12)", "np.unique(np.arange(10**9))",
            "np.broadcast_to(1, 10**12).tolist()", "np.bincount(np.array([10**12]))",
            "np.kron(np.ones(10**5), np.ones(10**5))"})
    void endsForWantOfMemory(String script) {
        assertThat(error(script).kind()).as(script).isIn("MemoryError", "OverflowError", "ValueError",
                "AttributeError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"def f(): return [f()]\nf()", "def f(x): return (lambda y: f(y))(x)\nf(1)",
            "l = []\nfor i in range(100000): l = [l]\nstr(l)", "a = []; a.append(a)\nb = []; b.append(b)\na == b",
            "d = {}\nfor i in range(5000): d = {'d': d}\nrepr(d)",
            "def g(n):\n    yield from g(n + 1)\nlist(g(0))", "f = lambda: sorted([1], key=lambda x: f())\nf()",
            "import functools\n@functools.cache\ndef f(n): return f(n + 1)\nf(0)"})
    void endsForWantOfDepth(String script) {
        assertThat(error(script).kind()).as(script).isEqualTo("RecursionError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"while True: pass", "import itertools\nsum(itertools.count())",
            "import itertools\nfor i in itertools.cycle([1]): pass",
            "a = []\nb = []\nfor i in range(60):\n    a = [a, a]\n    b = [b, b]\na == b",
            "while True:\n    try:\n        x = [0] * 10**9\n    except MemoryError:\n        pass",
            "while True:\n    try:\n        pass\n    finally:\n        continue",
            "max(x for x in iter(range(10**15)))", "any(x < 0 for x in range(10**15))"})
    void endsWhenItsTimeIsUp(String script) {
        Session session = new Session(new ScriptLimits(0.5, 64L << 20, 300, 100_000), new Library(Map.of()),
                ArrayMemory.recycled(64L << 20, ArrayMemory.PLAIN));
        try (session) {
            ScriptError error = session.run(script).error();
            assertThat(error).as(script).isNotNull();
            assertThat(java.util.Objects.requireNonNull(error).kind()).as(script).isIn("TimeoutError", "MemoryError");
        }
    }
}
