package org.stridescope.ui.model.ladder;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import org.stridescope.kernel.Cancellation;
import org.stridescope.lab.LabError;
import org.stridescope.lab.ladder.Measurements;

import static org.assertj.core.api.Assertions.assertThat;

class MeasuringJobTest {
    /** What is handed to the window's thread, done when the test says so. */
    private final Queue<Runnable> window = new ArrayDeque<>();
    private final MeasuringJob job = new MeasuringJob(Measurements.inCaller(), window::add);
    private final List<String> results = new ArrayList<>();

    private void window() {
        while (!window.isEmpty())
            window.remove().run();
    }

    @Test
    void runsUntilTheWindowHasHeardOfTheResult() {
        job.run("a sweep", _ -> {
            job.say("n = 100", 0.5);
            return "done";
        }, results::add);
        assertThat(job.running().get()).isTrue();
        assertThat(results).isEmpty();
        job.run("another", _ -> "never", results::add);
        window();
        assertThat(results).containsExactly("done");
        assertThat(job.running().get()).isFalse();
        assertThat(job.progress().get()).isEqualTo(0.5);
        assertThat(job.words().get()).isEmpty();
        assertThat(job.message().get()).isEmpty();
    }

    @Test
    void aFaultIsOneSentenceAndTheNextRunClearsIt() {
        job.<String>run("a sweep", _ -> {
            throw new LabError(LabError.Field.K, "k must be 1 to 100");
        }, results::add);
        window();
        assertThat(job.message().get()).isEqualTo("K must be 1 to 100.");
        job.<String>run("a sweep", _ -> {
            throw new IllegalStateException();
        }, results::add);
        window();
        assertThat(job.message().get()).isEqualTo("Something went wrong inside (IllegalStateException).");
        job.run("a sweep", _ -> "done", results::add);
        window();
        assertThat(job.message().get()).isEmpty();
        assertThat(results).containsExactly("done");
    }

    @Test
    void aCancelledRunSaysSoAndHasNoResult() {
        List<Cancellation> asked = new ArrayList<>();
        job.<String>run("a sweep", cancellation -> {
            asked.add(cancellation);
            throw new CancellationException();
        }, results::add);
        job.cancel();
        window();
        assertThat(asked).singleElement().satisfies(one -> assertThat(one.isCancelled()).isTrue());
        assertThat(job.message().get()).isEqualTo("Cancelled. What was measured until then stays.");
        assertThat(results).isEmpty();
    }
}
