package org.stridescope.app;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.stridescope.graph.Operation;
import org.stridescope.lab.graph.GraphOperation;
import org.stridescope.schedule.process.ProcessLaunch;
import org.stridescope.schedule.process.WorkerLoop;
import org.stridescope.script.ScriptParcels;

/** A worker process of the processes scheduler. Its standard output is the protocol, so what a task prints goes elsewhere. */
public final class TaskWorkerMain {
    private TaskWorkerMain() {}

    /** How this program starts one. */
    static ProcessLaunch launch() {
        return ProcessLaunch.java(TaskWorkerMain.class.getName());
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        System.setOut(System.err);
        WorkerLoop.serve(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out),
                TaskWorkerMain::find, ScriptParcels.ofWorker(), Path.of(args[0]), () -> Runtime.getRuntime().halt(0));
    }

    private static @Nullable Operation find(String name) {
        return GraphOperation.find(name);
    }
}
