package org.stridescope.ui.model.profile;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import org.stridescope.probe.flight.FlightError;
import org.stridescope.probe.flight.RunningJvm;
import org.stridescope.trace.Recording;
import org.stridescope.ui.model.RecordedRace;

import static org.assertj.core.api.Assertions.assertThat;

class AttachModelTest {
    private static final RunningJvm MINE = new RunningJvm(42, "mine.jar");
    private static final RunningJvm OTHER = new RunningJvm(43, "not mine");

    private final LinkedBlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final ProfileModel profile = new ProfileModel(new CompareModelTest.NoFiles(), Runnable::run, Runnable::run);
    private final AttachModel model = new AttachModel(new Programs(), profile, Runnable::run, ui::add);
    private final CountDownLatch waiting = new CountDownLatch(1);

    /** Process 42 can be recorded, where it is given less than a minute; others cannot. */
    private final class Programs implements AttachModel.Source {
        @Override
        public List<RunningJvm> all() {
            return List.of(MINE, OTHER);
        }

        @Override
        public Recording record(RunningJvm jvm, Duration time) {
            if (jvm.pid() != MINE.pid())
                throw new FlightError("process 43 cannot be recorded: it is no Java program of yours");
            if (time.toMinutes() < 1)
                return RecordedRace.loopsAndC();
            try {
                waiting.countDown();
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                // as the JVM's flight recorder: what there is by then
            }
            return RecordedRace.loopsAndC();
        }
    }

    /** Lets one thing happen on the window's thread. */
    private void next() throws InterruptedException {
        Objects.requireNonNull(ui.poll(30, TimeUnit.SECONDS), "nothing has come to the window's thread").run();
    }

    @Test
    void aProgramIsRecordedAndShown() throws InterruptedException {
        model.refresh();
        next();
        assertThat(model.jvms().get()).containsExactly(MINE, OTHER);
        assertThat(model.chosen().get()).isEqualTo(MINE);
        model.start();
        assertThat(model.recording().get()).isTrue();
        next();
        assertThat(model.recording().get()).isFalse();
        assertThat(Objects.requireNonNull(profile.shown().get()).name()).isEqualTo("process 42");
    }

    @Test
    void whatCannotBeRecordedSaysWhy() throws InterruptedException {
        model.chosen().set(OTHER);
        model.start();
        next();
        assertThat(model.message().get()).isEqualTo(
                "process 43 cannot be recorded: it is no Java program of yours");
        assertThat(profile.shown().get()).isNull();
    }

    @Test
    void aWrongTimeIsASentenceAndNothingStarts() {
        model.chosen().set(MINE);
        for (String wrong : List.of("", "ten", "0", "-1", "4000", "NaN")) {
            model.seconds().set(wrong);
            model.start();
            assertThat(model.message().get()).startsWith("Seconds: ");
            assertThat(model.recording().get()).isFalse();
        }
    }

    @Test
    void whatWasRecordedUntilItIsStoppedIsShown() throws InterruptedException {
        model.chosen().set(MINE);
        model.seconds().set("600");
        model.start();
        assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();
        model.stop();
        assertThat(model.message().get()).isEqualTo("Stopping\u2026");
        next();
        assertThat(model.message().get()).isEmpty();
        assertThat(Objects.requireNonNull(profile.shown().get()).name()).isEqualTo("process 42");
    }
}
