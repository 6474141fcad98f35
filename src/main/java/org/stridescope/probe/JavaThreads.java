package org.stridescope.probe;

import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.stridescope.ffi.ThreadClockBindings;

/**
 * Which of the kernel's threads are Java threads. The JVM tells no kernel numbers without stopping the program for a thread
 * dump, but both sides count the same CPU time to the nanosecond: a Java thread's count, read between two readings of the
 * kernel's clocks, lies between them for its own clock and, but for a rare accident, for no other. An accident is seen as two
 * candidates and settled by reading again.
 */
final class JavaThreads {
    private static final int ROUNDS = 4;

    private final com.sun.management.ThreadMXBean bean;
    private final ThreadClockBindings clocks;
    private final Map<Integer, Found> found = new HashMap<>();
    private final Set<Long> foundIds = new HashSet<>();

    /** A Java thread's identifier in the JVM and its full name. */
    record Found(long id, String name) {}

    JavaThreads(com.sun.management.ThreadMXBean bean, ThreadClockBindings clocks) {
        this.bean = bean;
        this.clocks = clocks;
    }

    /** The Java thread of this kernel number; null where none is known. */
    @Nullable
    Found of(int tid) {
        return found.get(tid);
    }

    void forget(int tid) {
        Found gone = found.remove(tid);
        if (gone != null)
            foundIds.remove(gone.id());
    }

    /** Looks for the Java threads among these kernel numbers, none of which has been found before. */
    void match(int[] tids) {
        for (int round = 0; round < ROUNDS; round++) {
            long[] ids = Arrays.stream(bean.getAllThreadIds()).filter(id -> !foundIds.contains(id)).toArray();
            if (ids.length == 0 || matchOnce(tids, ids))
                return;
        }
    }

    /** Whether nothing is left in doubt. */
    private boolean matchOnce(int[] tids, long[] ids) {
        long[] before = read(tids);
        long[] cpu = bean.getThreadCpuTime(ids);
        long[] after = read(tids);
        boolean settled = true;
        Map<Integer, Long> claims = new HashMap<>();
        Set<Integer> disputed = new HashSet<>();
        for (int j = 0; j < ids.length; j++) {
            int candidate = -1;
            for (int i = 0; i < tids.length; i++) {
                if (found.containsKey(tids[i]) || cpu[j] < 0 || cpu[j] < before[i] || cpu[j] > after[i])
                    continue;
                candidate = candidate == -1 ? i : -2;
                if (candidate == -2)
                    disputed.add(i);
            }
            if (candidate == -2)
                settled = false;
            else if (candidate >= 0 && claims.putIfAbsent(tids[candidate], ids[j]) != null)
                disputed.add(candidate);
        }
        for (int i : disputed) {
            settled = false;
            claims.remove(tids[i]);
        }
        enter(claims);
        return settled;
    }

    /** All at once: the JVM stops its threads for each question. */
    private void enter(Map<Integer, Long> claims) {
        List<Integer> tids = List.copyOf(claims.keySet());
        ThreadInfo[] infos = bean.getThreadInfo(tids.stream().mapToLong(claims::get).toArray());
        for (int i = 0; i < infos.length; i++) {
            if (infos[i] == null)
                continue; // it ended as it was found
            found.put(tids.get(i), new Found(infos[i].getThreadId(), infos[i].getThreadName()));
            foundIds.add(infos[i].getThreadId());
        }
    }

    private long[] read(int[] tids) {
        long[] cpu = new long[tids.length];
        for (int i = 0; i < tids.length; i++)
            cpu[i] = clocks.cpuNanos(tids[i]);
        return cpu;
    }
}
