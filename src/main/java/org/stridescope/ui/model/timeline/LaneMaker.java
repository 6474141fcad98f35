package org.stridescope.ui.model.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.stridescope.trace.Activity;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RunTrace;
import org.stridescope.trace.TaskTrace;
import org.stridescope.trace.ThreadTrace;
import org.stridescope.trace.TraceEvent;
import org.stridescope.ui.model.Hues;

/** Makes a recording's lanes: one a thread with what it did, and one a worker that is no thread of the program. */
final class LaneMaker {
    private final Recording recording;
    private final long length;
    private final Map<Integer, List<SpanTrack.Item>> byThread = new HashMap<>();
    private final Map<String, List<SpanTrack.Item>> byWorker = new LinkedHashMap<>();

    LaneMaker(Recording recording, long length) {
        this.recording = recording;
        this.length = length;
        for (RunTrace run : recording.runs()) {
            int hue = Hues.of(run.variant());
            for (TraceEvent.TileDone tile : run.tiles())
                byThread.computeIfAbsent(tile.thread(), _ -> new ArrayList<>())
                        .add(new SpanTrack.Item(tile.startNanos(), tile.nanos(), "tile " + tile.tile(), hue));
        }
        tasks();
    }

    private void tasks() {
        TaskTrace trace = recording.tasks();
        Map<Integer, TraceEvent.WorkerSeen> workers = new HashMap<>();
        trace.workers().forEach(worker -> workers.put(worker.worker(), worker));
        Map<Integer, TraceEvent.TaskSeen> tasks = new HashMap<>();
        trace.tasks().forEach(task -> tasks.put(task.task(), task));
        for (TaskTrace.Span span : trace.spans(length)) {
            TraceEvent.TaskSeen task = tasks.get(span.task());
            TraceEvent.WorkerSeen worker = workers.get(span.worker());
            SpanTrack.Item item = new SpanTrack.Item(span.startNanos(), span.endNanos(),
                    task == null ? "task " + span.task() : task.key(), task == null ? 0 : Hues.of(task.name()));
            if (worker != null && worker.thread() >= 0)
                byThread.computeIfAbsent(worker.thread(), _ -> new ArrayList<>()).add(item);
            else
                byWorker.computeIfAbsent(worker == null ? "worker " + span.worker() : worker.name(),
                        _ -> new ArrayList<>()).add(item);
        }
    }

    /** Workers in other processes and on other machines: only their tasks are known here. */
    List<WorkerLane> workers() {
        return byWorker.entrySet().stream().map(each -> new WorkerLane(each.getKey(), new SpanTrack(each.getValue())))
                .toList();
    }

    List<ThreadLane> threads() {
        Map<Integer, List<SpanTrack.Item>> locked = recording.locks().stream()
                .collect(Collectors.groupingBy(TraceEvent.LockWait::thread,
                        Collectors.mapping(wait -> new SpanTrack.Item(wait.nanos() - wait.durationNanos(), wait.nanos(),
                                "waited for " + wait.lock(), 0), Collectors.toList())));
        Map<String, Integer> taken = new HashMap<>();
        List<ThreadLane> lanes = new ArrayList<>();
        for (ThreadTrace thread : recording.threads()) {
            SpanTrack own = new SpanTrack(byThread.getOrDefault(thread.thread(), List.of()));
            String name = ThreadPool.shortName(thread.name());
            int before = taken.merge(name, 1, Integer::sum);
            lanes.add(new ThreadLane(thread, before == 1 ? name : name + " (" + before + ")",
                    ThreadPool.of(thread.name()), ThreadKind.of(thread.name(), own.size() > 0),
                    thread.utilisation(0, length), new StepsPyramid(new ThreadSteps(thread)),
                    state(thread, Activity.RUNNABLE), state(thread, Activity.DISK),
                    new SpanTrack(locked.getOrDefault(thread.thread(), List.of())), own));
        }
        return lanes;
    }

    private static Signal state(ThreadTrace thread, Activity activity) {
        if (thread.states().stream().noneMatch(state -> state.activity() == activity))
            return Signal.NONE;
        return new StepsPyramid(new StateSteps(thread.states(), activity, thread.nanosAt(thread.samples() - 1)));
    }

    /** Busy threads by pool, what works first and what is busiest first. */
    List<ThreadGroup> groups(List<ThreadLane> busy) {
        Map<String, List<ThreadLane>> pools = new LinkedHashMap<>();
        busy.stream().sorted(Comparator.comparing(ThreadLane::kind).thenComparing(ThreadLane::label, new ByNumber()))
                .forEach(lane -> pools.computeIfAbsent(lane.kind() + lane.pool(), _ -> new ArrayList<>()).add(lane));
        return pools.values().stream().map(this::group)
                .sorted(Comparator.comparing(ThreadGroup::kind)
                        .thenComparing(group -> -group.threads().stream().mapToDouble(ThreadLane::busy).sum()))
                .toList();
    }

    private ThreadGroup group(List<ThreadLane> lanes) {
        ThreadLane first = lanes.getFirst();
        if (lanes.size() == 1)
            return new ThreadGroup(first.pool(), first.kind(), lanes, first.utilisation(), first.runnable());
        List<Signal> waiting = lanes.stream().map(ThreadLane::runnable).toList();
        boolean none = waiting.stream().allMatch(signal -> signal == Signal.NONE);
        return new ThreadGroup(first.pool(), first.kind(), lanes,
                new GroupSignal(lanes.stream().<Signal>map(ThreadLane::utilisation).toList(), length),
                none ? Signal.NONE : new GroupSignal(waiting, length));
    }

    /** Worker 2 before worker 10. */
    private static final class ByNumber implements Comparator<String> {
        @Override
        public int compare(String a, String b) {
            int words = a.replaceAll("\\d+", "").compareTo(b.replaceAll("\\d+", ""));
            if (words != 0)
                return words;
            int longer = Integer.compare(a.length(), b.length());
            return longer != 0 ? longer : a.compareTo(b);
        }
    }
}
