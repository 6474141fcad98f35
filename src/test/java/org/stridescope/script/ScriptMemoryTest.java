package org.stridescope.script;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.stridescope.array.ArrayMemory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Arrays are freed as soon as nothing holds them, and not before. Memory is bounded to 100 MB and each array takes 8 MB, so
 * that a loop of twenty-four that frees nothing ends in MemoryError; what is freed too early is overwritten by the arrays of
 * {@code churn()}.
 */
final class ScriptMemoryTest {
    private static final ScriptLimits LIMITS = new ScriptLimits(60, 100L << 20, 1000, 1_000_000);
    private static final String CHURN = """
            def churn():
                for i in range(6):
                    t = np.full(10**6, -7.0)
                    u = t + 1
                return 0
            def fresh(i):
                churn()
                return np.full(10**6, float(i))
            """;

    private static Object run(String script) {
        Session session = new Session(LIMITS, new Library(Map.of()),
                ArrayMemory.recycled(LIMITS.memoryBytes(), ArrayMemory.PLAIN));
        try (session) {
            Session.Outcome outcome = session.run(CHURN + script);
            assertThat(outcome.error()).as(script).isNull();
            return String.valueOf(outcome.value() == null ? null : Repr.repr(outcome.value()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"it = enumerate([1, 2])", "it = zip([1], [2])", "it = map(abs, [1])",
            "it = (i for i in [1])",
            "it = filter(None, [1])", "it = reversed([1])", "it = iter([1])", "it = np.ones(3).sum", "it = [].append",
            "it = np.ones(3).flat", "it = np.random.default_rng(1)", "it = np.iinfo('i4')", "it = np.ones(3).data",
            "it = np.vectorize(abs)", "import dask.array as da; it = da.ones((3, 3)).sum", """
                    def g():
                        yield 1
                    it = g()""", "it = np.add.reduce", "it = lambda: it", "it = {}.items()"})
    void whatANameHoldsDoesNotStopTheFreeing(String held) {
        assertThat(run(held + "\nfor i in range(24):\n    t = np.full(10**6, 1.0)\n'done'")).isEqualTo("'done'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"for i, a in enumerate(range(24)): t = np.full(10**6, 1.0)",
            "for i, a in zip(range(24), range(24)): t = np.full(10**6, 1.0)",
            "for a in map(lambda i: np.full(10**6, 1.0), range(24)): pass",
            "for a in (np.full(10**6, 1.0) for i in range(24)): pass",
            "t = [np.full(10**6, 1.0).sum() for i in range(24)]",
            "t = {i: np.full(10**6, 1.0).sum() for i in range(24)}",
            "t = sum(np.full(10**6, 1.0).sum() for i in range(24))", "t = sum(np.full(10**6, 1.0) for i in range(24))",
            "t = sum(map(lambda i: np.full(10**6, 1.0), range(24)))",
            "t = any(a.sum() < 0 for a in map(lambda i: np.full(10**6, 1.0), range(24)))",
            "t = [a.sum() for a in map(lambda i: np.full(10**6, 1.0), range(24))]",
            "f = lambda: np.full(10**6, 1.0).sum()\nt = max(f() for i in range(24))", """
                    def g():
                        for i in range(24):
                            yield np.full(10**6, 1.0)
                    t = sum(a.sum() for a in g())""", """
                    i = 0
                    while i < 24:
                        try:
                            i += 1
                            t = np.full(10**6, 1.0) @ np.full(3, 1.0)
                        except ValueError:
                            pass""", "t = sorted(range(24), key=lambda i: np.full(10**6, 1.0).sum())",
            "t = np.vectorize(lambda i: np.full(10**6, 1.0).sum())(np.arange(24))",
            "t = np.apply_along_axis(lambda r: np.full(10**6, 1.0).sum(), 0, np.ones((2, 24)))", """
                    from functools import reduce
                    t = reduce(lambda a, b: a + np.full(10**6, 1.0), range(24), 0)""", """
                    import dask.array as da
                    for i in range(24):
                        d = da.from_array(np.full(10**6, 1.0), chunks=10**6)
                        t = (d + 1).sum()"""})
    void loopsOfEveryKindRunInBoundedMemory(String loop) {
        assertThat(run(loop + "\n'done'")).isEqualTo("'done'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"m = x.sum", "m = lambda v=x: v.sum()", "it = iter([x])\nm = lambda: next(it).sum()",
            "it = enumerate([x])\nm = lambda: next(it)[1].sum()", "it = zip([x], [1])\nm = lambda: next(it)[0].sum()",
            "it = map(np.sum, [x])\nm = lambda: next(it)", "it = (v for v in [x])\nm = lambda: next(it).sum()",
            "it = filter(lambda v: True, [x])\nm = lambda: next(it).sum()",
            "it = reversed([x])\nm = lambda: next(it).sum()", "s = slice(x)\nm = lambda: s.stop.sum()",
            "d = {'a': [(x,)]}\nm = d['a'][0][0].sum", "p = [x].pop\nm = lambda: p().sum()",
            "e = ValueError(x)\nm = e.args[0].sum", "v = x[::2][::-1]\nm = lambda: v.sum() * 2",
            "f = x.flags\nm = lambda: 3e6 if f.owndata else 0", "b = x.T.base if False else x.view()\nm = b.base.sum",
            "it = x.flat\nm = lambda: sum(it)", """
                    def g(v):
                        yield 0
                        yield v.sum()
                    it = g(x)
                    first = next(it)
                    m = lambda: next(it)""", """
                    from functools import partial
                    m = partial(np.sum, x)""", """
                    import itertools
                    it = itertools.chain([x], [x])
                    m = lambda: next(it).sum()""", """
                    from collections import deque, defaultdict, namedtuple
                    q = deque([x])
                    m = lambda: q[0].sum()""", """
                    from collections import namedtuple
                    P = namedtuple('P', 'a b')
                    p = P(x, 1)
                    m = lambda: p.a.sum()""", """
                    import dask
                    d = dask.delayed(np.sum)(x)
                    m = lambda: d.compute()""", """
                    import dask.array as da
                    d = da.from_array(x, chunks=10**5).sum()
                    m = lambda: d.compute()""", """
                    import dask.array as da
                    d = (2 * da.from_array(x, chunks=10**5) - da.asarray(x))
                    m = lambda: d.sum().compute()"""})
    void whatHoldsAnArrayKeepsItAlive(String holder) {
        String script = "x = np.full(10**6, 3.0)\n" + holder + "\ndel x\nt = churn()\nfloat(m())";
        assertThat(run(script)).isEqualTo("3000000.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"np.vectorize(lambda i: fresh(i).sum())(np.arange(4)).sum() / 1e6",
            "sum(a[0] for a in list(map(fresh, range(4))))", "sum(a[0] for a in [*map(fresh, range(4))])",
            "sum(a[0] for a in [fresh(i) for i in range(4)])", "sum(a[0] for a in tuple(fresh(i) for i in range(4)))",
            "sum(map(fresh, range(4)))[0]", "sum(a[0] for a in {i: fresh(i) for i in range(4)}.values())",
            "sum(a[0] for a in sorted((fresh(i) for i in range(4)), key=lambda a: churn()))",
            "max((fresh(i) for i in range(4)), key=lambda a: churn() + a[0])[0] + 3",
            "sum(a[0] + b[0] for a, b in zip(map(fresh, range(4)), map(fresh, [0] * 4)))",
            "np.concatenate([fresh(i)[:1] for i in range(4)]).sum()", "(fresh(1) + fresh(2) + fresh(3))[0]",
            "(lambda a, b: a[0] + b[0])(fresh(2), fresh(4))",
            "(lambda **k: k['a'][0] + k['b'][0])(a=fresh(2), b=fresh(4))",
            "[fresh(6), fresh(1)][churn()][0]", "{'a': fresh(6), 'b': fresh(1)}['a'][0]",
            "sum(next(iter([fresh(6)]))[:1] + churn())", "np.fromfunction(lambda i: i + churn(), (10**6,))[6]",
            "np.apply_along_axis(lambda r: fresh(r[0]), 0, np.arange(4.0)[None, :]).sum() / 1e6", """
                    from functools import reduce
                    reduce(lambda a, b: a + b, map(fresh, range(4)))[0]""",
            """
                    import dask.array as da
                    float(da.from_array(np.full(10**6, 6.0), chunks=10**5).map_blocks(lambda b: b + churn()).sum().compute()) / 1e6
                    """,
            """
                    a, b = map(fresh, [2, 4])
                    a[0] + b[0]""", """
                    def g():
                        a = fresh(2)
                        got = yield a
                        yield a + fresh(4)
                    t, u = g()
                    u[0]""", """
                    x = fresh(6)
                    def f():
                        global x
                        x = 0
                        return churn()
                    (x + f())[0]""", """
                    def f():
                        try:
                            return fresh(6)
                        finally:
                            churn()
                    f()[0]"""})
    void whatARunningFunctionHoldsIsNotFreed(String script) {
        assertThat(run(script.strip().contains("\n")
                ? script.strip().replaceFirst("\\n([^\\n]*)$", "\nfloat($1)")
                : "float(" + script + ")"))
                .isEqualTo("6.0");
    }

    @Test
    void anArrayThatOnlyAListOfAnEarlierRunHoldsSurvivesTheNext() {
        Session session = new Session(LIMITS, new Library(Map.of()),
                ArrayMemory.recycled(LIMITS.memoryBytes(), ArrayMemory.PLAIN));
        try (session) {
            session.run(CHURN + "kept = [np.full(10**6, 3.0)]\nm = kept[0].sum");
            session.run("kept = None\nt = churn()");
            assertThat(Repr.repr(java.util.Objects.requireNonNull(session.run("float(m())").value())))
                    .isEqualTo("3000000.0");
        }
    }
}
