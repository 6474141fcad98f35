package org.stridescope.ui.model.ladder;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.stridescope.array.DType;
import org.stridescope.kernel.exercise.MatmulExercise;
import org.stridescope.kernel.exercise.MatmulExercise.MatmulRun;
import org.stridescope.kernel.exercise.MatmulWay;
import org.stridescope.ui.model.Figures;

/** The course's exercise: the matrix product in Fortran, in single and double precision, against a BLAS. */
public final class MatmulModel {
    private static final int REPETITIONS = 7;

    private final MatmulExercise exercise;
    private final MeasuringJob job;
    private final ObjectProperty<Integer> size = new SimpleObjectProperty<>(500);
    private final ReadOnlyObjectWrapper<List<Result>> results = new ReadOnlyObjectWrapper<>(List.of());

    /** Every way in one precision. */
    public record Result(int n, DType dtype, List<MatmulRun> runs) {}

    public MatmulModel(MatmulExercise exercise, LadderTools tools) {
        this.exercise = exercise;
        this.job = new MeasuringJob(tools.measurements(), tools.ui());
    }

    /** Checks and times what is available here, in both precisions. */
    public void run() {
        List<MatmulWay> ways = ways();
        int n = size.get();
        if (ways.isEmpty()) {
            job.tell(missing());
            return;
        }
        job.run("the matrix product", cancellation -> {
            job.say("float64, each way checked, then " + REPETITIONS + " times in turn", 0);
            Result twice = new Result(n, DType.FLOAT64,
                    exercise.run(n, DType.FLOAT64, ways, REPETITIONS, cancellation));
            job.say("float32, each way checked, then " + REPETITIONS + " times in turn", 0.5);
            return List.of(twice,
                    new Result(n, DType.FLOAT32, exercise.run(n, DType.FLOAT32, ways, REPETITIONS, cancellation)));
        }, results::set);
    }

    private List<MatmulWay> ways() {
        return Arrays.stream(MatmulWay.values()).filter(way -> exercise.availability(way).isAvailable()).toList();
    }

    /** Which ways are not available here, and why; empty where all are. */
    public String missing() {
        return String.join(" ", Arrays.stream(MatmulWay.values()).filter(way -> !ways().contains(way))
                .map(way -> exercise.availability(way).sentence()).distinct().map(why -> why + ".").toList());
    }

    /** The median of a way's runs; nothing where it is wrong and was not timed. */
    public static Optional<Double> median(MatmulRun run) {
        return run.seconds().length == 0 ? Optional.empty() : Optional.of(run.seconds()[run.seconds().length / 2]);
    }

    /** What a precision's times show. */
    public static String words(Result result) {
        Optional<Double> plain = time(result, MatmulWay.PLAIN);
        Optional<Double> blas = time(result, MatmulWay.BLAS);
        if (plain.isEmpty() || blas.isEmpty())
            return "";
        return String.format(Locale.ROOT,
                "%s: the BLAS is %s as fast as three plain loops that do the same %s operations.",
                result.dtype().pythonName(), Figures.times(plain.get() / blas.get()),
                Figures.large(2.0 * result.n() * result.n() * result.n()));
    }

    private static Optional<Double> time(Result result, MatmulWay way) {
        return result.runs().stream().filter(run -> run.way() == way).findFirst().flatMap(MatmulModel::median);
    }

    public MeasuringJob job() {
        return job;
    }

    /** Rows and columns of the matrices. */
    public ObjectProperty<Integer> size() {
        return size;
    }

    /** float64, then float32; empty before the first run. */
    public ReadOnlyObjectProperty<List<Result>> results() {
        return results.getReadOnlyProperty();
    }
}
