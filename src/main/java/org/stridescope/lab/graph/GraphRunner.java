package org.stridescope.lab.graph;

import java.util.List;
import java.util.function.Consumer;

import org.stridescope.array.ArrayMemory;
import org.stridescope.graph.TaskGraph;
import org.stridescope.probe.Sampler;
import org.stridescope.schedule.Executor;
import org.stridescope.schedule.RunOptions;
import org.stridescope.schedule.RunResult;
import org.stridescope.schedule.Scheduler;
import org.stridescope.schedule.TaskRecorder;
import org.stridescope.schedule.ThreadsExecutor;
import org.stridescope.schedule.process.ParcelCodec;
import org.stridescope.schedule.process.ProcessLaunch;
import org.stridescope.schedule.process.ProcessesExecutor;
import org.stridescope.trace.Recorder;

/** Runs graphs by the name of a scheduler. */
public final class GraphRunner {
    /** The schedulers of this machine, in the order in which they are taught. */
    public static final List<String> SCHEDULERS = List.of("synchronous", "threads", "processes");

    private final ProcessLaunch launch;

    /** @param launch how a worker process is started */
    public GraphRunner(ProcessLaunch launch) {
        this.launch = launch;
    }

    /** What ran, in figures and in full. */
    public record Ran(GraphOutcome outcome, RunResult result) {}

    private Executor open(String scheduler, int workers, ParcelCodec codec) {
        return switch (scheduler) {
            case "synchronous" -> ThreadsExecutor.synchronous();
            case "threads" -> ThreadsExecutor.of(workers);
            case "processes" -> ProcessesExecutor.of(launch, workers, codec);
            default -> throw new GraphLabError(
                    "there is no scheduler " + scheduler + ": choose among " + String.join(", ", SCHEDULERS));
        };
    }

    /** Runs a plan; workers are gone when it returns or throws. */
    public Ran run(GraphPlan plan, String scheduler, int workers, RunOptions options) {
        try (Executor executor = open(scheduler, workers, plan.codec())) {
            warm(executor, plan.warmUp());
            ResidentPeak.reset();
            RunResult result = Scheduler.run(plan.graph(), plan.wanted(), executor,
                    options.withReleased(released(plan, executor)));
            List<Long> pids = executor instanceof ProcessesExecutor processes ? processes.pids() : List.of();
            GraphOutcome outcome = new GraphOutcome(plan.answer().apply(result), executor.name(),
                    result.wallNanos() / 1e9, result.tasks(), result.workers(), result.retried(), result.movedBytes(),
                    result.spilledBytes(), ResidentPeak.bytes(pids));
            return new Ran(outcome, result);
        } finally {
            plan.end().run();
        }
    }

    private static Consumer<Object> released(GraphPlan plan, Executor executor) {
        return plan.released() instanceof GraphPlan.Opened opened && !executor.sharesMemory()
                ? held -> opened.accept(java.util.Objects.requireNonNull(executor.value(held)))
                : plan.released();
    }

    /** The same under watch: tasks, threads and memory go into the recorder, until the run is over. */
    public Ran record(GraphPlan plan, String scheduler, int workers, RunOptions options, Recorder recorder) {
        try (Sampler _ = Sampler.start(recorder, ArrayMemory::liveBytes)) {
            return run(plan, scheduler, workers, options.withListener(new TaskRecorder(recorder)));
        }
    }

    /** Processes are started beforehand: what is measured is the graph, not the start of a JVM. */
    private static void warm(Executor executor, TaskGraph small) {
        if (executor instanceof ProcessesExecutor processes)
            processes.startAll();
        Scheduler.run(small, small.outputs(), executor, RunOptions.DEFAULT);
    }
}
