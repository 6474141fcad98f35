package org.stridescope.ui.model.arrays;

import java.util.List;
import java.util.Objects;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.stridescope.explain.layout.Variable;
import org.stridescope.script.ScriptLimits;

import static org.assertj.core.api.Assertions.assertThat;

class ArrayBenchModelTest {
    private final SessionEngine engine = new SessionEngine(2, ScriptLimits.DEFAULT);
    private final ArrayBenchModel model = new ArrayBenchModel(engine, Runnable::run, Runnable::run);

    @AfterEach
    void close() {
        engine.close();
    }

    private ShownArray shown() {
        return Objects.requireNonNull(model.shown().get());
    }

    @Test
    void runsEveryPresetToItsEndAndShowsItsVariable() {
        for (ArrayPresets.Preset preset : ArrayPresets.ALL) {
            model.run(preset.script(), preset.show());
            assertThat(model.run().get().fault()).as(preset.name()).isEmpty();
            assertThat(shown().variable().name()).isEqualTo(preset.show());
        }
    }

    @Test
    void linksItemsAndBytesBothWays() {
        model.run(ArrayPresets.ALL.getFirst().script(), "y");
        model.point(1, 0);
        assertThat(model.pointed().get()).isEqualTo(new Pointed(new long[]{1, 0}, 6, true));
        model.pointAtByte(11);
        assertThat(model.pointed().get()).isEqualTo(new Pointed(new long[]{0, 1}, 11, true));
        model.pointAtByte(0);
        assertThat(model.pointed().get()).isEqualTo(new Pointed(new long[0], 0, false));
        model.leave();
        assertThat(model.pointed().get()).isNull();
    }

    @Test
    void aWriteIsSeenByEveryAlias() {
        model.run("x = np.arange(6)\ny = x[::2]\nz = x[1::2]\nc = x.copy()", "y");
        model.write("77", 1);
        assertThat(Objects.requireNonNull(model.lastWrite().get()).seenBy()).extracting(Variable::name).containsExactly(
                "x",
                "y");
        assertThat(model.run().get().variable("x").orElseThrow().array().getLong(2)).isEqualTo(77);
        model.write("much", 1);
        assertThat(model.message().get()).contains("'much' is no int64 number");
        model.run("b = np.zeros(2, dtype=np.int8)", "b");
        model.write("300", 0);
        assertThat(model.message().get()).startsWith("OverflowError");
    }

    @Test
    void aLineThatWritesIsSeenByEveryAlias() {
        model.run("x = np.arange(5)\nr = x.ravel()\nf = x.flatten()\nr[0] = 100\nf[:] = 0", "x");
        Write last = Objects.requireNonNull(model.lastWrite().get());
        assertThat(last.text()).isEqualTo("line 5 wrote 5 items: only f sees them");
        model.showWrites(4);
        Write line = Objects.requireNonNull(model.lastWrite().get());
        assertThat(line.text()).isEqualTo("line 4 wrote 1 item: x and r see it");
        assertThat(line.addresses(10)).containsExactly(0L);
        assertThat(Objects.requireNonNull(line.through()).name()).isEqualTo("r");
        model.showWrites(1);
        assertThat(model.lastWrite().get()).isNull();
        assertThat(model.run().get().costs().get(3).margin(LineCost.Margin.MEMORY)).isEqualTo("write");
    }

    @Test
    void aLineThatWritesIntoTwoBuffersShowsTheOneLookedAt() {
        model.run("x = np.zeros(4)\ny = np.zeros(4)\nx[0], y[1] = 1, 2", "x");
        assertThat(Objects.requireNonNull(model.lastWrite().get()).seenBy()).extracting(Variable::name)
                .containsExactly("x");
        model.select("y");
        model.showWrites(3);
        assertThat(Objects.requireNonNull(model.lastWrite().get()).addresses(9)).containsExactly(8L);
    }

    @Test
    void aScriptIsStoppedAtItsLineAndTheNextOneRuns() throws Exception {
        var threads = java.util.concurrent.Executors.newSingleThreadExecutor();
        try {
            ArrayBenchModel own = new ArrayBenchModel(engine, threads, Runnable::run, Runnable::run);
            own.run("x = np.arange(3)\nimport time\nwhile True:\n    time.sleep(0.01)");
            while (own.run().get() == ScriptRun.NONE)
                own.stop();
            ScriptFault fault = own.run().get().fault().orElseThrow();
            assertThat(fault.kind()).isEqualTo("KeyboardInterrupt");
            assertThat(fault.line()).isBetween(1, 4);
            own.run("y = np.arange(4)");
            threads.submit(() -> {}).get();
            assertThat(own.run().get().fault()).isEmpty();
            assertThat(own.limits()).isEqualTo("60 s and 4 GiB of arrays");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFaultIsPlacedAndTheLinesBeforeItKeepTheirArrays() {
        model.run("x = np.arange(4)\ny = x.reshape(3)");
        ScriptFault fault = model.run().get().fault().orElseThrow();
        assertThat(fault.line()).isEqualTo(2);
        assertThat(fault.text()).isEqualTo("ValueError: cannot reshape array of size 4 into shape (3,)");
        assertThat(shown().variable().name()).isEqualTo("x");
        assertThat(model.check("x = (1,")).isPresent();
        assertThat(model.check("x = 1")).isEmpty();
    }

    @Test
    void linesTellViewsFromCopies() {
        model.run("x = np.arange(16).reshape(4, 4)\ny = x.T\nz = x.flatten()\nn = 3");
        assertThat(model.run().get().costs()).extracting(LineCost::made)
                .containsExactly(model.run().get().costs().getFirst()
                        .made(), LineCost.Made.VIEW, LineCost.Made.COPY, LineCost.Made.NOTHING);
        assertThat(model.run().get().costs().get(2).margin(LineCost.Margin.MEMORY)).isEqualTo("copy 128 B");
        assertThat(model.run().get().scalars()).extracting(ScriptRun.Named::name).contains("n");
    }

    @Test
    void completesNamesOfNumPyOfArraysAndOfTheScript() {
        model.run("points = np.ones(3)");
        assertThat(model.complete("y = np.ara")).contains("arange").allMatch(name -> name.startsWith("ara"));
        assertThat(model.complete("points.resh")).containsExactly("reshape");
        assertThat(model.complete("poi")).containsExactly("points");
        assertThat(model.complete("unknown.")).isEmpty();
    }

    @Test
    void foretellsThatTheTransposeIsWasteful() {
        model.run("x = np.zeros((2000, 2000))", "x");
        WalkModel.Walks walks = Objects.requireNonNull(model.walk().walks().get());
        assertThat(WalkWords.isWasteful(Objects.requireNonNull(walks.cCount()), 8, 64)).isFalse();
        assertThat(WalkWords.isWasteful(Objects.requireNonNull(walks.fCount()), 8, 64)).isTrue();
        assertThat(WalkWords.of(walks.fCount())).startsWith("a new line every item: ");
        assertThat(WalkWords.of(walks.cCount())).startsWith("a new line every 8 items: ");
        model.walk().playhead().stepForward();
        assertThat(model.walk().visited()).isEqualTo(1);
    }

    @Test
    void asksAboutTheExpressionThatMadeTheVariable() {
        model.run("x = np.arange(6)\ny = x[::2]  # every second", "y");
        assertThat(ArrayQuiz.expression("y", model.run().get().source())).isEqualTo("y = x[::2]");
        assertThat(
                new ArrayQuiz(new Random(1)).about(shown().variable(), model.variables(), model.run().get().source()))
                .hasSize(3);
        PredictModel predict = new PredictModel(new SessionScore());
        predict.ask(new ArrayQuiz(new Random(1)).about(shown().variable(), model.variables(), ""));
        PredictModel.Asked asked = Objects.requireNonNull(predict.asked().get());
        predict.answer(asked.question().answer().text());
        predict.answer("again");
        assertThat(predict.score().get().text()).isEqualTo("1 of 1 right");
        predict.stop();
        assertThat(predict.asked().get()).isNull();
    }

    @Test
    void cellsShowItemsShortly() {
        assertThat(List.of(0.0, 1.5, -2.0, 1e9, 1e-5, Double.NaN, 0.123456)).extracting(ItemText::real).containsExactly(
                "0.",
                "1.5", "\u22122.", "1.0e+09", "1.0e\u221205", "nan", "0.123");
    }
}
