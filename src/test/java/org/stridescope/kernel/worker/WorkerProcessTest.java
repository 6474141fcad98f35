package org.stridescope.kernel.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.kernel.Cancellation;
import org.stridescope.kernel.DistanceKernel.Outcome;
import org.stridescope.kernel.DistanceKernel.RunControl;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.kernel.KernelError;
import org.stridescope.kernel.LoopsKernel;
import org.stridescope.kernel.Metric;
import org.stridescope.kernel.worker.KernelCompiler.Built;
import org.stridescope.kernel.worker.KernelCompiler.Refused;
import org.stridescope.kernel.worker.RaceLesson.RaceRun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class WorkerProcessTest {
    private final ArrayMemory memory = ArrayMemory.scoped();
    private List<Path> foldersBefore = List.of();

    @BeforeEach
    void needsACompiler() throws IOException {
        assumeTrue(KernelCompiler.availability(KernelLanguage.C).isAvailable());
        foldersBefore = folders();
    }

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        memory.close();
        assertThat(folders()).isEqualTo(foldersBefore);
    }

    private static List<Path> folders() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path place : List.of(Path.of("/dev/shm"), Path.of(System.getProperty("java.io.tmpdir")))) {
            if (!Files.isDirectory(place))
                continue;
            try (Stream<Path> files = Files.list(place)) {
                files.filter(f -> String.valueOf(f.getFileName()).startsWith("stridescope-")).forEach(found::add);
            }
        }
        return found;
    }

    private DistanceProblem problem(int n, int k) {
        NDArray x = NDArray.zeros(memory, DType.FLOAT64, n, k);
        for (long i = 0; i < n; i++) {
            for (long l = 0; l < k; l++)
                x.setDouble((i * 7 + l * 3) % 11, i, l);
        }
        return new DistanceProblem(Metric.CITYBLOCK, x, x);
    }

    private static Built built(KernelLanguage language, String source) {
        var compiled = KernelCompiler.compile(language, source);
        assertThat(compiled).as("%s", compiled.messages()).isInstanceOf(Built.class);
        return (Built) compiled;
    }

    private void assertExampleIsRight(KernelLanguage language) {
        DistanceProblem problem = problem(20, 5);
        NDArray out = NDArray.zeros(memory, DType.FLOAT64, 20, 20);
        NDArray expected = NDArray.zeros(memory, DType.FLOAT64, 20, 20);
        new LoopsKernel().run(problem, expected, RunControl.quiet(1));
        try (Built built = built(language, language.example())) {
            UserKernel kernel = new UserKernel(built.function(), language, Metric.CITYBLOCK);
            assertThat(kernel.run(problem, out, RunControl.quiet(2))).isEqualTo(Outcome.DONE);
        }
        assertThat(out.buffer().mismatch(expected.buffer())).isEqualTo(-1);
    }

    @Test
    void theExampleInCIsRight() {
        assertExampleIsRight(KernelLanguage.C);
    }

    @Test
    void theExampleInFortranIsRight() {
        assumeTrue(KernelCompiler.availability(KernelLanguage.FORTRAN).isAvailable());
        assertExampleIsRight(KernelLanguage.FORTRAN);
    }

    @Test
    void whatDoesNotCompileIsToldByLine() {
        var c = KernelCompiler.compile(KernelLanguage.C, "int x;\nvoid distance( {\n}\n");
        assertThat(c).isInstanceOf(Refused.class);
        assertThat(c.messages().getFirst().line()).isEqualTo(2);
        assertThat(c.messages().getFirst().isError()).isTrue();
        if (!KernelCompiler.availability(KernelLanguage.FORTRAN).isAvailable())
            return;
        var fortran = KernelCompiler.compile(KernelLanguage.FORTRAN,
                "subroutine distance()\n  x := 3\nend subroutine\n");
        assertThat(fortran).isInstanceOf(Refused.class);
        assertThat(fortran.messages().getFirst().line()).isEqualTo(2);
    }

    @Test
    void aCrashIsASentenceWithTheLine() {
        String source = KernelLanguage.C.example().replace("out[i * m + j] = sum;", "*(volatile int *)(i + 8) = 1;");
        try (Built built = built(KernelLanguage.C, source)) {
            UserKernel kernel = new UserKernel(built.function(), KernelLanguage.C, Metric.CITYBLOCK);
            NDArray out = NDArray.zeros(memory, DType.FLOAT64, 20, 20);
            assertThatThrownBy(() -> kernel.run(problem(20, 5), out, RunControl.quiet(1)))
                    .isInstanceOf(KernelError.class)
                    .hasMessageStartingWith("distance crashed, SIGSEGV: it read or wrote memory that is not its own")
                    .hasMessageEndingWith("The program goes on.");
        }
    }

    @Test
    void aFunctionOfAnotherNameIsSaid() {
        try (Built built = built(KernelLanguage.C, "void other(void) {}\n")) {
            assertThatThrownBy(() -> new WorkerProcess(built.function(), problem(3, 2), 1, new Cancellation()).close())
                    .isInstanceOf(WorkerError.class).hasMessageContaining("has no function distance");
        }
    }

    @Test
    void anEndlessKernelIsKilledWhenCancelled() {
        String source = "void distance(void) { for (volatile int i = 0;; i = 0) {} }\n";
        Cancellation cancellation = new Cancellation();
        try (Built built = built(KernelLanguage.C, source);
                WorkerProcess worker = new WorkerProcess(built.function(), problem(3, 2), 1, cancellation)) {
            ProcessHandle process = ProcessHandle.of(worker.pid()).orElseThrow();
            Thread.ofVirtual().start(cancellation::cancel);
            assertThatThrownBy(worker::run).isInstanceOf(CancellationException.class);
            process.onExit().join();
            assertThat(process.isAlive()).isFalse();
        }
    }

    @Test
    void theRaceLosesNothingWithItsClauseAndRunsWithout() {
        RaceLesson race = new RaceLesson();
        assumeTrue(race.availability().isAvailable(), () -> race.availability().sentence());
        List<RaceRun> told = new ArrayList<>();
        var mended = race.run(problem(40, 64), 2, 3, true, new Cancellation(), told::add);
        assertThat(mended).isEqualTo(told).hasSize(3).allSatisfy(run -> assertThat(run.wrong()).isZero());
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1,
                "threads of one processor take turns: an addition is lost only if the turn ends in the middle of it");
        assertThat(wrongItems(race)).isPositive();
    }

    /** Runs until additions were lost: mostly at once, but on a busy machine the two threads may have to take turns. */
    private int wrongItems(RaceLesson race) {
        int wrong = 0;
        for (int tries = 0; tries < 20 && wrong == 0; tries++) {
            for (RaceRun run : race.run(problem(200, 64), 2, 5, false, new Cancellation(), any -> {})) {
                assertThat(run.wrongItems()).hasSize(40_000);
                wrong = Math.max(wrong, run.wrong());
            }
        }
        return wrong;
    }
}
