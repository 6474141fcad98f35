package org.stridescope.schedule.process;

import java.nio.file.Path;

/** The main class of the tests' worker processes. */
public final class TestWorkerMain {
    private TestWorkerMain() {}

    public static void main(String[] args) throws Exception {
        WorkerLoop.serve(System.in, System.out, TestOperation::find, ParcelCodec.PLAIN, Path.of(args[0]),
                () -> Runtime.getRuntime().halt(0));
    }
}
