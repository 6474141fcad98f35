package org.stridescope.script;

import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Functions and arrays of a script in worker processes: the same values as by threads, the same errors, nothing left. */
class DaskProcessesTest {
    private static final String PREAMBLE = """
            import dask
            import dask.array as da
            from scipy.spatial.distance import cdist
            import math
            unused = np.zeros((2000, 2000))
            table = {'a': [1, 2], 'b': (3.5, None)}
            offset = 7
            def double(x):
                return 2 * x
            def shifted(x, by=3):
                return double(x) + offset + by
            def fact(n):
                return 1 if n < 2 else n * fact(n - 1)
            def changed(x):
                x += 1
                return x.sum()
            def told(x):
                print('told', x)
                return x
            def pair(x):
                return {'half': x / 2, 'items': [x, (x, str(x))], 'row': np.arange(3) * x}
            def kind(x):
                raise ValueError(f'no {x}')
            def apply(f, x):
                return f(x)
            def make(k):
                def inner(x):
                    return x + k
                return inner
            rows = np.arange(30.0).reshape(10, 3)
            d = dask.delayed
            """;

    private final Session session = new Session(ScriptLimits.DEFAULT);

    @AfterEach
    void close() {
        session.close();
    }

    private Session.Outcome run(String script) {
        return session.run(PREAMBLE + script);
    }

    private String value(String script) {
        Session.Outcome outcome = run(script);
        assertThat(outcome.error()).as(script).isNull();
        return Repr.repr(Objects.requireNonNull(outcome.value()));
    }

    /** All in one graph: a worker's start costs more than the tasks. */
    private static final String CALLS = """
            one = d(double)(4)
            kept = rows.copy()
            calls = [d(shifted)(one), d(shifted)(1, by=one), d(fact)(25), d(changed)(kept), d(pair)(d(double)(1.5)),
                d(np.concatenate)([d(double)(rows), rows]), d(cdist)(rows, rows[:2], 'cityblock'), d(sum)([one, 2, one]),
                d(apply)(fact, 5), d(make(offset))(one), d(lambda x: math.sqrt(x) + table['a'][1])(9), one + 1, one ** 0.5,
                d(pair)(2)['items'][1], d(np.exp)(np.float32(1)), d(max)([one, 2, 3]),
                d(np.arange)(one).reshape(2, 4)]
            answers = dask.compute(*calls, scheduler='%s', num_workers=2)
            """;

    @Test
    void callsGiveWhatThreadsGive() {
        String apart = value(CALLS.formatted("processes") + "answers");
        assertThat(Repr.repr(Objects.requireNonNull(session.run("kept[0, 0]").value())))
                .as("what a task changed was a copy").isEqualTo("0.0");
        assertThat(apart).isEqualTo(value(CALLS.formatted("threads") + "answers"));
    }

    private static final String ARRAYS = """
            x = da.random.RandomState(3).random((60, 50), chunks=20)
            y = da.from_array(rows, chunks=(4, 2))
            def centred(block, by):
                return block - block.mean() - by
            made = dask.compute(x.mean(), x.std(axis=0), (x @ x.T)[::7, 3], y.T.rechunk(3), (y + 1).sum(axis=1), da.stack([y, y]).max(),
                y.reshape(5, 6), y.map_blocks(centred, offset), da.concatenate([y, y * y])[::-2], da.arange(20, chunks=6).min(),
                y.astype('f4'), np.sqrt(y), scheduler='%s', num_workers=2)
            """;

    @Test
    void chunkedArraysGiveWhatThreadsGive() {
        String apart = value(ARRAYS.formatted("processes") + "made");
        assertThat(apart).isEqualTo(value(ARRAYS.formatted("threads") + "made"));
    }

    @Test
    void whatTasksPrintIsPrintedOnce() {
        Session.Outcome outcome = run("d(sum)([d(told)(1), d(told)(2)]).compute(scheduler='processes', num_workers=1)");
        assertThat(outcome.error()).isNull();
        assertThat(outcome.printed().lines().sorted().toList()).containsExactly("told 1", "told 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            d(kind)(d(double)(2))           | ValueError     | no 4
            da.ones(4, chunks=2).map_blocks(lambda b: b[9], dtype=float) | IndexError | index 9 is out of bounds
            d(apply)(d(double), 2)          | TypeError      | cannot be sent to another process
            """)
    void errorsAreTheScriptsOwn(String call, String kind, String says) {
        ScriptError error = run("(" + call + ").compute(scheduler='processes', num_workers=1)").error();
        assertThat(error).isNotNull();
        assertThat(Objects.requireNonNull(error).kind()).isEqualTo(kind);
        assertThat(error.message()).contains(says);
    }

    @Test
    void aTaskWithoutEndEndsWithTheScript() {
        try (Session hasty = new Session(new ScriptLimits(3, 1L << 28, 100, 1000))) {
            ScriptError error = hasty.run("""
                    import dask
                    def forever():
                        while True:
                            pass
                    dask.delayed(forever)().compute(scheduler='processes', num_workers=1)
                    """).error();
            assertThat(Objects.requireNonNull(error).kind()).isEqualTo("TimeoutError");
        }
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)
                .filter(each -> each.info().commandLine().orElse("").contains(ScriptWorkerMain.class.getName())))
                .isEmpty();
    }
}
