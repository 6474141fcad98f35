package org.stridescope.ui.model;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.stridescope.trace.Recording;
import org.stridescope.trace.RunOutcome;
import org.stridescope.trace.RunTrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What panes draw, from (recording, t) alone. */
class RaceMomentTest {
    private static final long MS = RecordedRace.MS;
    private final Recording recording = RecordedRace.loopsAndC();

    private RaceMoment at(long millis) {
        return new RaceMoment(recording, false, millis * MS);
    }

    private RunTrace run(String variant) {
        return at(0).run(variant).orElseThrow();
    }

    @Test
    void allRunsStartTogetherInTheReplay() {
        assertThat(at(0).tilesDone(run("loops"))).isZero();
        assertThat(at(0).tilesDone(run("c"))).isZero();
        assertThat(at(0).state(run("c"))).isEqualTo(RunState.WAITING);
        assertThat(at(50).share(run("c"))).isEqualTo(0.5);
        assertThat(at(50).share(run("loops"))).isEqualTo(1.0 / 16);
        assertThat(at(50).state(run("loops"))).isEqualTo(RunState.RUNNING);
    }

    @Test
    void aRunStaysDoneAfterItsEnd() {
        assertThat(at(100).state(run("c"))).isEqualTo(RunState.DONE);
        assertThat(at(700).elapsed(run("c"))).isEqualTo(100 * MS);
        assertThat(at(800).span()).isEqualTo(800 * MS);
    }

    @Test
    void speedUpIsOfElapsedTimesAtTheEndAndOfRatesBefore() {
        assertThat(at(800).speedUp(run("c"))).isCloseTo(8, within(1e-9));
        assertThat(at(800).speedUp(run("loops"))).isEqualTo(1);
        assertThat(at(50).speedUp(run("c"))).isCloseTo(8, within(1e-9));
        assertThat(at(1).speedUp(run("c"))).isNaN();
        assertThat(at(800).rate(run("c"), 5e5)).isCloseTo(5e6, within(1.0));
    }

    @Test
    void liveEachRunShowsItsOwnEnd() {
        Recording now = new RecordedRace().run("loops", 800).running("c", 100, 4);
        RaceMoment live = RaceMoment.live(now);
        assertThat(live.state(live.run("loops").orElseThrow())).isEqualTo(RunState.DONE);
        assertThat(live.state(live.run("c").orElseThrow())).isEqualTo(RunState.RUNNING);
        assertThat(live.share(live.run("c").orElseThrow())).isEqualTo(0.25);
        assertThat(live.run("vector")).isEmpty();
    }

    @Test
    void cancelledAndFailedAreToldApart() {
        Recording ended = new RecordedRace().run("loops", 80, RunOutcome.CANCELLED, "", 3)
                .run("c", 80, RunOutcome.FAILED, "c failed: no", 2).recording();
        RaceMoment moment = RaceMoment.live(ended);
        assertThat(moment.state(ended.runs().get(0))).isEqualTo(RunState.CANCELLED);
        assertThat(moment.state(ended.runs().get(1))).isEqualTo(RunState.FAILED);
    }

    @Test
    void lanesShowWorkersThenTheCollectorAndCountTheIdle() {
        ThreadLanes lanes = ThreadLanes.of(recording, run("loops"));
        assertThat(lanes.lanes()).extracting(ThreadLanes.Lane::label).containsExactly("worker 1", "worker 2",
                "collector");
        assertThat(lanes.lanes().getFirst().busy()).isCloseTo(1, within(1e-6));
        assertThat(lanes.idle()).isEqualTo(2);
    }

    @Test
    void memoryIsThatOfTheRun() {
        MemoryCurve curve = MemoryCurve.of(recording, run("c"));
        assertThat(curve.peakResident()).isEqualTo(300L << 20);
        assertThat(curve.samples()).hasSize(11);
        assertThat(MemoryCurve.scale(recording)).isEqualTo(1000L << 20);
    }

    @Test
    void oneColourScaleForAllPictures() {
        assertThat(ValueRange.of(recording)).isEqualTo(new ValueRange(0, 95));
        assertThat(ValueRange.of(Recording.of("distance", java.util.Map.of(), 0, List.of())))
                .isEqualTo(ValueRange.NONE);
    }

    @Test
    void theSentenceSaysWhoLeadsAndWhoWon() {
        assertThat(WhatYouSee.at(at(0), 50).text()).contains("start together");
        assertThat(WhatYouSee.at(at(50), 50).text())
                .isEqualTo("At 50.0 ms c leads with 50 % of its tiles; loops has 6 %.");
        assertThat(WhatYouSee.at(at(400), 50).text())
                .isEqualTo("c was done in 0.100 s. At 0.400 s, loops has 50 % of its tiles.");
        Remark end = WhatYouSee.at(at(800), 50);
        assertThat(end.text()).isEqualTo("c is 8.0\u00d7 as fast as loops. It kept 2.0 processors busy, loops 2.0.");
        assertThat(end.proof()).contains("0.100 s against 0.800 s");
    }

    @Test
    void theSentenceOfOneRunLiveAndOver() {
        Recording going = new RecordedRace().running("c", 100, 4);
        assertThat(WhatYouSee.at(RaceMoment.live(going), 50).text())
                .isEqualTo("c has 25 % of its tiles after 25.0 ms, on 2.0 processors.");
        Recording over = new RecordedRace().run("c", 100).recording();
        assertThat(WhatYouSee.at(RaceMoment.live(over), 50).text())
                .isEqualTo("c took 0.100 s on 2.0 processors: 5.00 M pair-features a second.");
    }

    @Test
    void rowsComeFromARecordingAlone() {
        var rows = ResultRows.of(recording);
        assertThat(rows).extracting(row -> row.variant()).containsExactly("loops", "c");
        assertThat(rows.get(1).seconds()).isEqualTo(0.1);
        assertThat(rows.get(1).maxError()).isNaN();
        assertThat(ResultRows.csv(rows))
                .startsWith("variant,seconds,pair_features_per_second,speed_up,peak_bytes,max_abs_error,failure\n")
                .contains("\nc,0.1,5000000.0,8.0,");
    }
}
