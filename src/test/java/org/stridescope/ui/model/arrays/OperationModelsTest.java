package org.stridescope.ui.model.arrays;

import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.stridescope.lab.lanes.LaneOperation;
import org.stridescope.lab.lanes.LaneTimes;
import org.stridescope.script.ScriptLimits;
import org.stridescope.ui.model.arrays.BroadcastModel.Operation;

import static org.assertj.core.api.Assertions.assertThat;

class OperationModelsTest {
    private final SessionEngine engine = new SessionEngine(8, ScriptLimits.DEFAULT);
    private final BroadcastModel model = new BroadcastModel(engine, () -> "x = np.arange(5.0)", Runnable::run,
            Runnable::run);
    private final EinsumModel einsum = new EinsumModel(engine, () -> "", Runnable::run, Runnable::run);

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void typedShapesAndExpressionsArePairedStepByStep() {
        model.show(List.of("x[:, None]", "(3,)", ""), Operation.ADD);
        BroadcastModel.Scene scene = Objects.requireNonNull(model.scene().get());
        assertThat(scene.frames().shape()).containsExactly(5, 3);
        assertThat(scene.steps()).isEqualTo(2 + 15);
        assertThat(model.output()).isNull();
        model.seek(2 + 5);
        assertThat(model.output()).containsExactly(1, 1);
        assertThat(scene.text(1, 1)).isEqualTo("2.");
        assertThat(scene.text(4, 2)).isEqualTo("6.");
    }

    @Test
    void whatCannotBeReadIsSaid() {
        model.show(List.of("nonsense", "(3,)"), Operation.ADD);
        assertThat(model.scene().get()).isNull();
        assertThat(model.message().get()).contains("'nonsense' is no shape").contains("NameError");
        model.show(List.of("(100000, 100000)"), Operation.ADD);
        assertThat(model.message().get()).contains("up to");
        model.show(List.of("(99999999999999999999,)"), Operation.ADD);
        assertThat(model.message().get()).contains("too large");
        model.show(List.of("(2, 3)", "(2, 4)"), Operation.ADD);
        assertThat(model.message().get()).isEmpty();
        assertThat(Objects.requireNonNull(model.scene().get()).steps()).isEqualTo(1);
    }

    @Test
    void einsumAddsProductsUp() {
        einsum.show("ik, kj -> ij", List.of("(2, 3)", "(3, 2)"));
        EinsumModel.Scene scene = Objects.requireNonNull(einsum.scene().get());
        assertThat(scene.steps()).isEqualTo(12);
        assertThat(scene.sum(12, 1, 1)).hasValue(3 * 1 + 4 * 3 + 5 * 5);
        assertThat(scene.sum(2, 0, 0)).hasValue(2);
        assertThat(scene.sum(2, 0, 1)).isEmpty();
        einsum.show("ii", List.of("(3, 3)"));
        assertThat(Objects.requireNonNull(einsum.scene().get()).sum(3)).hasValue(12);
        einsum.show("ij;", List.of("(3, 3)"));
        assertThat(einsum.message().get()).contains("invalid subscript ';'");
    }

    @Test
    void everyOperationIsTimedInFourWaysThatAgree() {
        LanesModel lanes = new LanesModel(Runnable::run, Runnable::run);
        for (LaneOperation operation : LaneOperation.values()) {
            lanes.time(operation, 1003);
            LaneTimes times = Objects.requireNonNull(lanes.times().get());
            assertThat(times.operation()).isEqualTo(operation);
            assertThat(times.ways()).hasSize(4).allMatch(way -> way.fastestNanos() <= way.medianNanos()
                    && way.medianNanos() <= way.slowestNanos());
        }
        lanes.time(LaneOperation.ADD, 0);
        assertThat(lanes.message().get()).startsWith("0 items");
    }
}
