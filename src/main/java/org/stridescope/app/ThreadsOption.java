package org.stridescope.app;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** How many threads a variant may use. */
final class ThreadsOption {
    private static final int MOST = 1024;

    @Option(names = "--threads", paramLabel = "T", description = "threads, 1 to 1024; as many as there are cores if not given")
    private @Nullable Integer threads;

    /** At least one. */
    int count() {
        if (threads == null)
            return Runtime.getRuntime().availableProcessors();
        if (threads < 1 || threads > MOST)
            throw new CallError("--threads is " + threads + ": it must be 1 to " + MOST);
        return threads;
    }
}
