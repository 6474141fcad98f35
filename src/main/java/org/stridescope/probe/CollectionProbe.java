package org.stridescope.probe;

import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;

import org.stridescope.trace.Recorder;
import org.stridescope.trace.TraceEvent;

/** Every collection as the JVM reports it, to the millisecond (its clock for these has no finer one). */
final class CollectionProbe implements AutoCloseable {
    private final Recorder recorder;
    private final List<NotificationEmitter> emitters = new ArrayList<>();
    private final NotificationListener listener = this::heard;
    private final long jvmStartNanos;

    CollectionProbe(Recorder recorder) {
        this.recorder = recorder;
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        this.jvmStartNanos = recorder.now() - TimeUnit.MILLISECONDS.toNanos(runtime.getUptime());
        for (var bean : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (bean instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(listener, null, null);
                emitters.add(emitter);
            }
        }
    }

    private void heard(Notification notification, Object handback) {
        if (!GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION.equals(notification.getType()))
            return;
        var info = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
        GcInfo span = info.getGcInfo();
        long end = jvmStartNanos + TimeUnit.MILLISECONDS.toNanos(span.getEndTime());
        if (end < 0)
            return; // it was over before the recording began
        recorder.add(new TraceEvent.Collection(Math.min(end, recorder.now()), info.getGcName(),
                TimeUnit.MILLISECONDS.toNanos(span.getDuration())));
    }

    @Override
    public void close() {
        for (NotificationEmitter emitter : emitters) {
            try {
                emitter.removeNotificationListener(listener);
            } catch (ListenerNotFoundException e) {
                throw new IllegalStateException("a listener of collections was taken away by another", e);
            }
        }
        emitters.clear();
    }
}
