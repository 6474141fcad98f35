package org.stridescope.ui.model.timeline;

import java.util.List;

/** What a thread is there for; the order in which a reader wants to see them. */
public enum ThreadKind {
    /** It made tiles, ran tasks, or is called a worker. */
    WORKER,
    /** Any other of the program that was recorded. */
    PROGRAM,
    /** It collects garbage. */
    COLLECTOR,
    /** It compiles, samples, draws the window: what the JVM and the profiler need. */
    OWN;

    private static final List<String> COLLECTORS = List.of("GC Thread", "G1 ", "ZGC", "XWorker", "ZWorker",
            "Shenandoah", "ParGC");
    private static final List<String> OWNERS = List.of("C1 Comp", "C2 Comp", "JavaFX", "QuantumRenderer", "Prism",
            "stridescope-", "VM Thread", "VM Periodic", "Signal Dispatcher", "Reference Handler", "Finalizer",
            "Common-Cleaner", "Cleaner", "JFR", "Notification Thread", "Service Thread", "Monitor Deflation",
            "Attach Listener", "Sweeper", "InvokeLaterDispatcher", "gmain", "gdbus", "pool-spawner", "dconf",
            "launcher",
            "Thread-SideBand");

    /** @param busyHands whether it made tiles or ran tasks */
    public static ThreadKind of(String name, boolean busyHands) {
        if (busyHands || name.startsWith("OpenMP") || name.contains("worker") && !name.startsWith("GC"))
            return WORKER;
        if (name.startsWith("stridescope-rac"))
            return PROGRAM;
        if (COLLECTORS.stream().anyMatch(name::startsWith))
            return COLLECTOR;
        return OWNERS.stream().anyMatch(name::startsWith) ? OWN : PROGRAM;
    }
}
