package org.stridescope.schedule;

import java.util.List;
import java.util.stream.IntStream;

/** Workers that are threads of this process: nothing is copied, and nothing keeps two of them from running at once. */
public final class ThreadsExecutor implements Executor {
    private final String name;
    private final List<Worker> workers;

    private ThreadsExecutor(String name, List<Worker> workers) {
        this.name = name;
        this.workers = workers;
    }

    public static ThreadsExecutor of(int workers) {
        if (workers < 1)
            throw new ScheduleError(ScheduleError.Reason.WORKERS, "there must be at least one worker, not " + workers);
        return new ThreadsExecutor("threads",
                IntStream.rangeClosed(1, workers).<Worker>mapToObj(i -> new ThreadWorker("thread " + i)).toList());
    }

    /** One task after the other: the scheduler to debug with. */
    public static ThreadsExecutor synchronous() {
        return new ThreadsExecutor("synchronous", List.of(new ThreadWorker("one after the other")));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Worker> workers() {
        return workers;
    }

    /** Its threads end with each run. */
    @Override
    public void close() {}
}
