package org.stridescope.ui.model.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.stridescope.trace.Activity;
import org.stridescope.trace.Recording;
import org.stridescope.trace.TaskState;
import org.stridescope.trace.TraceEvent;
import org.stridescope.ui.model.RecordedRace;

import static org.assertj.core.api.Assertions.assertThat;

class TimelineDataTest {
    private static final long MS = 1_000_000;

    /** A recording of threads that are busy all along, ten samples each. */
    private static Recording threads(List<String> names) {
        List<TraceEvent> events = new ArrayList<>();
        for (int thread = 0; thread < names.size(); thread++) {
            events.add(new TraceEvent.ThreadSeen(0, thread, names.get(thread), false));
            for (int i = 0; i <= 10; i++)
                events.add(new TraceEvent.ThreadSample(i * 10 * MS, thread, i * 10 * MS));
        }
        return Recording.of("test", Map.of(), 100 * MS, events);
    }

    private static List<String> numbered(String name, int count) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++)
            names.add(name + i);
        return names;
    }

    @Test
    void sixtyFourThreadsAreOneBandUntilItIsOpened() {
        List<String> names = new ArrayList<>(numbered("pool-1-thread-", 64));
        names.add("main");
        TimelineData data = TimelineData.of(threads(names));
        LanePlan folded = LanePlan.of(data, Set.of());
        assertThat(folded.rows()).hasSize(2);
        assertThat(folded.rows().getFirst()).isInstanceOfSatisfying(LaneRow.Pool.class, pool -> {
            assertThat(pool.open()).isFalse();
            assertThat(pool.group().label()).isEqualTo("64 \u00d7 pool-1-thread");
        });
        LanePlan open = LanePlan.of(data, Set.of("pool-1-thread"));
        assertThat(open.rows()).hasSize(66);
        assertThat(((LaneRow.Thread) open.rows().get(10)).lane().label()).isEqualTo("pool-1-thread-10");
    }

    @Test
    void fewThreadsAreNotFolded() {
        TimelineData data = TimelineData.of(threads(numbered("OpenMP worker ", 4)));
        assertThat(LanePlan.of(data, Set.of()).rows()).hasSize(5);
        assertThat(LanePlan.of(data, Set.of("OpenMP worker")).rows()).hasSize(1);
    }

    @Test
    void aPoolsBandIsTheMeanOfTheThreadsThatAreThere() {
        List<TraceEvent> events = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            events.add(new TraceEvent.ThreadSeen(0, thread, "worker-" + thread, false));
            for (int i = 0; i <= 100; i++)
                if (thread < 2 || i >= 50)
                    events.add(new TraceEvent.ThreadSample(i * MS, thread, thread % 2 == 0 ? i * MS : 0));
        }
        TimelineData data = TimelineData.of(Recording.of("test", Map.of(), 100 * MS, events));
        Columns columns = new Columns(10);
        ThreadGroup group = data.groups().getFirst();
        // those that did nothing are idle and not among the group's threads
        assertThat(group.threads()).hasSize(2);
        group.utilisation().columns(new Span(0, 100 * MS), columns);
        assertThat(columns.mean(2)).isCloseTo(1, org.assertj.core.data.Offset.offset(0.01f));
        assertThat(columns.mean(8)).isCloseTo(1, org.assertj.core.data.Offset.offset(0.01f));
        assertThat(data.idle()).hasSize(2);
    }

    @Test
    void aRaceHasRunsTilesMemoryAndItsThreads() {
        TimelineData data = TimelineData.of(RecordedRace.loopsAndC());
        assertThat(data.runs().size()).isEqualTo(2);
        assertThat(data.runs().item(0).label()).isEqualTo("loops");
        assertThat(data.memory().isEmpty()).isFalse();
        ThreadLane worker = data.groups().getFirst().threads().getFirst();
        assertThat(worker.kind()).isEqualTo(ThreadKind.WORKER);
        assertThat(worker.label()).isEqualTo("worker-1");
        assertThat(worker.tasks().size()).isEqualTo(16);
        assertThat(data.idle()).extracting(ThreadLane::label).contains("Reference Handler");
        assertThat(data.eventTimes()).contains(RecordedRace.GAP).isSorted();
    }

    @Test
    void statesAndLocksAreSharesOfTime() {
        List<TraceEvent> events = new ArrayList<>(List.of(new TraceEvent.ThreadSeen(0, 0, "main", false),
                new TraceEvent.ThreadSample(0, 0, 0), new TraceEvent.ThreadSample(100 * MS, 0, 50 * MS),
                new TraceEvent.ThreadState(0, 0, Activity.RUNNING, 1, -1, -1, ""),
                new TraceEvent.ThreadState(50 * MS, 0, Activity.RUNNABLE, 1, -1, -1, ""),
                new TraceEvent.LockWait(40 * MS, 0, "Vault", -1, 20 * MS, -1)));
        ThreadLane lane = TimelineData.of(Recording.of("test", Map.of(), 100 * MS, events)).groups().getFirst()
                .threads().getFirst();
        Columns columns = new Columns(10);
        lane.runnable().columns(new Span(0, 100 * MS), columns);
        assertThat(columns.mean(3)).isZero();
        assertThat(columns.mean(7)).isEqualTo(1);
        assertThat(lane.disk()).isSameAs(Signal.NONE);
        assertThat(lane.locked().at(30 * MS)).isZero();
        assertThat(lane.locked().at(50 * MS)).isEqualTo(-1);
    }

    @Test
    void tasksOfWorkersElsewhereHaveLanesOfTheirOwn() {
        List<TraceEvent> events = List.of(new TraceEvent.WorkerSeen(0, 0, "process 1", -1),
                new TraceEvent.TaskSeen(0, 7, "cdist-7", "cdist", List.of()),
                new TraceEvent.TaskChanged(10 * MS, 7, TaskState.RUNNING, 0, 0),
                new TraceEvent.TaskChanged(30 * MS, 7, TaskState.DONE, 0, 8));
        TimelineData data = TimelineData.of(Recording.of("graph", Map.of(), 100 * MS, events));
        assertThat(data.workers()).singleElement().satisfies(lane -> {
            assertThat(lane.name()).isEqualTo("process 1");
            assertThat(lane.tasks().item(0).label()).isEqualTo("cdist-7");
            assertThat(lane.tasks().at(20 * MS)).isZero();
        });
    }
}
