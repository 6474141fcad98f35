package org.stridescope.probe;

import java.lang.management.LockInfo;
import java.lang.management.ThreadInfo;

import org.jspecify.annotations.Nullable;

import org.stridescope.ffi.ProcFile;
import org.stridescope.trace.Activity;
import org.stridescope.trace.Recorder;
import org.stridescope.trace.TraceEvent;

/**
 * What one thread does, from its /proc stat file (proc(5): state in field 3, user and system time in 14 and 15 in ticks,
 * processor in 39). The file costs some ten times as much to read as the thread's clock, so it is read where the clock says
 * that something has changed: when a thread that ran stops, and ten times a second while it runs. A thread whose clock stands
 * still does what it did.
 */
final class ThreadStatesLinux implements AutoCloseable {
    private static final long REREAD_NANOS = 100_000_000;
    /** USER_HZ, which every Linux that Java runs on shows to programs as 100 a second. */
    private static final long TICK_NANOS = 10_000_000;
    /** Fields after the name, which may itself hold spaces and brackets: the state comes first. */
    private static final int USER_FIELD = 11;
    private static final int PROCESSOR_FIELD = 36;

    private final Recorder recorder;
    private final com.sun.management.ThreadMXBean bean;
    private final ProcFile.Room room;
    private final int tid;
    private @Nullable ProcFile stat;
    private @Nullable Activity activity;
    private long readNanos = Long.MIN_VALUE / 2;

    ThreadStatesLinux(Recorder recorder, com.sun.management.ThreadMXBean bean, ProcFile.Room room, int tid) {
        this.room = room;
        this.recorder = recorder;
        this.bean = bean;
        this.tid = tid;
    }

    /**
     * Notes what the thread does where that has changed.
     *
     * @param number the thread's in the recording
     * @param javaId its identifier in the JVM; -1 for a native thread
     * @param usedNanos CPU time that it used since the reading before, which was {@code elapsedNanos} ago
     */
    void look(int number, long javaId, long now, long usedNanos, long elapsedNanos) {
        boolean settled = activity == Activity.WAITING || activity == Activity.DISK;
        if (usedNanos == 0 && settled)
            return;
        boolean stopped = usedNanos == 0 && activity == Activity.RUNNING;
        if (!stopped && now - readNanos < REREAD_NANOS)
            return;
        readNanos = now;
        ProcFile file = stat;
        if (file == null) {
            file = ProcFile.open("/proc/self/task/" + tid + "/stat", room).orElse(null);
            stat = file;
        }
        if (file != null && file.read())
            note(file, number, javaId, now, usedNanos * 2 >= elapsedNanos);
    }

    private void note(ProcFile file, int number, long javaId, long now, boolean busy) {
        int state = file.lastIndexOf(')') + 2;
        Activity found = switch (file.at(state)) {
            case 'R' -> busy ? Activity.RUNNING : Activity.RUNNABLE;
            case 'D' -> Activity.DISK;
            case 'Z', 'X' -> Activity.ENDED;
            default -> busy ? Activity.RUNNING : Activity.WAITING;
        };
        if (found == activity && found == Activity.WAITING)
            return;
        int user = file.skip(state, USER_FIELD);
        int processor = file.skip(user, PROCESSOR_FIELD - USER_FIELD);
        activity = found;
        recorder.add(new TraceEvent.ThreadState(now, number, found, (int) file.number(processor),
                TICK_NANOS * file.number(user), TICK_NANOS * file.number(file.skip(user, 1)),
                found == Activity.WAITING && javaId >= 0 ? blockedOn(javaId) : ""));
    }

    private String blockedOn(long javaId) {
        ThreadInfo info = bean.getThreadInfo(javaId);
        LockInfo lock = info == null ? null : info.getLockInfo();
        if (info == null || lock == null)
            return "";
        String name = lock.getClassName().substring(lock.getClassName().lastIndexOf('.') + 1);
        return info.getLockOwnerName() == null ? name : name + ", held by " + info.getLockOwnerName();
    }

    @Override
    public void close() {
        ProcFile file = stat;
        stat = null;
        if (file != null)
            file.close();
    }
}
