package org.stridescope.script;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

import org.stridescope.schedule.process.WorkerLoop;

/** A worker process for functions of scripts; its standard output is the protocol, and scripts cannot reach it. */
public final class ScriptWorkerMain {
    private ScriptWorkerMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        WorkerLoop.serve(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out), name -> null,
                ScriptParcels.ofWorker(), Path.of(args[0]), () -> Runtime.getRuntime().halt(0));
    }
}
