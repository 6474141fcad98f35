package org.stridescope.ui.model.timeline;

/** One row of the timeline from top to bottom. */
public sealed interface LaneRow {
    /** The variants' runs, each a bar. */
    record Runs() implements LaneRow {}

    /** Memory, stacked. */
    record Memory() implements LaneRow {}

    /** Stops of the collector. */
    record Collections() implements LaneRow {}

    /** A pool of threads as one band; {@code open} while its threads follow one by one. */
    record Pool(ThreadGroup group, boolean open) implements LaneRow {}

    /** One thread; {@code inPool} where it stands below its pool's band. */
    record Thread(ThreadLane lane, boolean inPool) implements LaneRow {}

    /** A worker of which only the tasks are known. */
    record Worker(WorkerLane lane) implements LaneRow {}

    /** How many threads did next to nothing; {@code open} while they follow one by one. */
    record Idle(int count, boolean open) implements LaneRow {}
}
