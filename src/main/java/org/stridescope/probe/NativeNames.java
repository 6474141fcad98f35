package org.stridescope.probe;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names for threads that the JVM does not know. Most name themselves (the collector's, the compilers', GTK's). An OpenMP
 * runtime does not: its workers keep the kernel's name of the Java thread that started them, and are told by that.
 */
final class NativeNames {
    private final TaskFolder folder;
    /** By kernel number, oldest first; one that ended stays, as its workers live on. */
    private final Map<Integer, JavaName> javaNames = new TreeMap<>();
    private final Map<String, Integer> workers = new HashMap<>();
    private boolean openMp;

    private record JavaName(String comm, String name) {}

    NativeNames(TaskFolder folder) {
        this.folder = folder;
    }

    void java(int tid, String name) {
        javaNames.put(tid, new JavaName(folder.comm(tid), name));
    }

    String name(int tid) {
        String comm = folder.comm(tid);
        if (tid == folder.firstTid())
            return "launcher (" + comm + ")";
        for (Map.Entry<Integer, JavaName> java : javaNames.entrySet()) {
            // threads are numbered upwards, so a worker follows its parent
            if (java.getKey() < tid && java.getValue().comm().equals(comm))
                return worker(java.getValue().name());
        }
        return comm.isEmpty() ? "thread " + tid : comm;
    }

    private String worker(String parent) {
        if (!openMp)
            openMp = folder.hasLibrary("libgomp") || folder.hasLibrary("libomp");
        String kind = openMp ? "OpenMP worker " : "native thread ";
        return kind + workers.merge(kind, 1, Integer::sum) + " (" + parent + ")";
    }
}
