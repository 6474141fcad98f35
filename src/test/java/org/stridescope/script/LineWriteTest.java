package org.stridescope.script;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;

import static org.assertj.core.api.Assertions.assertThat;

class LineWriteTest {
    private static List<LineWrite> writes(String script) {
        try (Session session = new Session(ScriptLimits.DEFAULT)) {
            Session.Outcome outcome = session.run(script, true);
            assertThat(outcome.error()).isNull();
            return outcome.writes();
        }
    }

    private static List<Long> addresses(LineWrite write) {
        return write.regions().stream().flatMap(region -> java.util.stream.LongStream.range(0, region.size())
                .mapToObj(item -> address(region, item))).toList();
    }

    private static long address(Layout region, long item) {
        long at = region.offset();
        for (int axis = region.ndim() - 1; axis >= 0; axis--) {
            at += item % region.shape(axis) * region.stride(axis);
            item /= region.shape(axis);
        }
        return at;
    }

    @Test
    void plainIndicesIndexArraysAndMasksNameTheBytesTheyWrote() {
        assertThat(writes("x = np.arange(6, dtype='i1')\nx[1:4] = 0")).singleElement().satisfies(write -> {
            assertThat(write.line()).isEqualTo(2);
            assertThat(addresses(write)).containsExactly(1L, 2L, 3L);
            assertThat(write.exact()).isTrue();
        });
        assertThat(addresses(writes("x = np.zeros((2, 3))\ny = x.T\ny[-1, 0] = 5").getFirst())).containsExactly(16L);
        assertThat(addresses(writes("x = np.arange(6)\nx[[5, 0]] = 1").getFirst())).containsExactly(40L, 0L);
        assertThat(addresses(writes("x = np.arange(6)\nx[x > 3] = 1").getFirst())).containsExactly(32L, 40L);
    }

    @Test
    void operationsInPlaceAreWritesAndAreNotedOnce() {
        assertThat(writes("x = np.arange(4)\nx += 1\nx[1:] *= 2\nnp.add(x, 1, out=x)\nx.sort()\nx.fill(3)"))
                .extracting(LineWrite::line).containsExactly(2, 3, 4, 5, 6);
        assertThat(writes("x = np.arange(4)\nx = x + 1\ny = x[:2]")).isEmpty();
    }

    @Test
    void aLoopIsNotedUntilThereIsTooMuchAndThenAsAWhole() {
        List<LineWrite> few = writes("x = np.zeros(3)\nfor i in range(3):\n    x[i] = i");
        assertThat(few).extracting(LineWrite::line).containsExactly(3, 3, 3);
        List<LineWrite> many = writes("x = np.zeros(1000)\nfor i in range(1000):\n    x[i] = i");
        assertThat(many).hasSize(257);
        assertThat(many.getLast().exact()).isFalse();
        LineWrite large = writes("x = np.zeros(10000)\nx[x == 0] = 1").getFirst();
        assertThat(large.exact()).isFalse();
    }

    @Test
    void aWriteWithinAFunctionBelongsToItsOwnLine() {
        List<LineWrite> writes = writes("x = np.zeros(3)\ndef f(a):\n    a[0] = 1\n    return 2\nx[f(x)] = 7");
        assertThat(writes).extracting(LineWrite::line).containsExactly(3, 5);
    }

    @Test
    void aFlattenedOrRavelledCopyOwnsItsBytesAndAPythonNumberIsNoArray() {
        try (Session session = new Session(ScriptLimits.DEFAULT)) {
            Session.Outcome outcome = session.run("x = np.arange(16, dtype='i1').reshape(4, 4)\nz = x.T.ravel()", true);
            Map<String, Object> variables = session.variables();
            assertThat(((NDArray) java.util.Objects.requireNonNull(variables.get("z"))).ownsData()).isTrue();
            assertThat(outcome.costs().getFirst().allocated()).isEqualTo(16);
        }
    }
}
