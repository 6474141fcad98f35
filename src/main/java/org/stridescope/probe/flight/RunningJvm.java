package org.stridescope.probe.flight;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import jdk.management.jfr.FlightRecorderMXBean;

/**
 * A Java program of the same user on this machine, which can be attached to.
 *
 * @param name its main class or jar, with arguments
 */
public record RunningJvm(long pid, String name) {
    private static final int MOST_NAME = 120;
    private static final Map<String, String> SETTINGS = Map.of("jdk.ExecutionSample#period", "10 ms",
            "jdk.NativeMethodSample#period", "10 ms", "jdk.ThreadCPULoad#period", "500 ms",
            "jdk.ResidentSetSize#period", "200 ms", "jdk.JavaMonitorEnter#threshold", "1 ms",
            "jdk.ThreadPark#enabled", "false", "jdk.ObjectAllocationSample#throttle", "300/s");

    /** All that can be seen, this program itself left out. */
    public static List<RunningJvm> all() {
        long self = ProcessHandle.current().pid();
        return VirtualMachine.list().stream().filter(each -> !each.id().equals(Long.toString(self)))
                .map(RunningJvm::of).toList();
    }

    private static RunningJvm of(VirtualMachineDescriptor each) {
        String name = each.displayName().isBlank() ? "(no name)" : each.displayName().strip();
        return new RunningJvm(Long.parseLong(each.id()),
                name.length() > MOST_NAME ? name.substring(0, MOST_NAME) + "\u2026" : name);
    }

    /**
     * Lets a program record itself with the JVM's flight recorder for a time and takes the recording over. An interrupt of the
     * calling thread ends the time: what there is by then is taken over, and the thread is interrupted still.
     *
     * @throws FlightError where there is no such program, or it does not let itself be recorded
     */
    @SuppressWarnings("BanJNDI") // the address comes from a program of the same user, which could do all that we can
    public static void record(long pid, Duration time, Path to) {
        try {
            VirtualMachine jvm = VirtualMachine.attach(Long.toString(pid));
            String address;
            try {
                address = jvm.startLocalManagementAgent();
            } finally {
                jvm.detach();
            }
            try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
                record(ManagementFactory.newPlatformMXBeanProxy(connector.getMBeanServerConnection(),
                        FlightRecorderMXBean.MXBEAN_NAME, FlightRecorderMXBean.class), time, to);
            }
        } catch (AttachNotSupportedException | IOException e) {
            throw new FlightError("process " + pid + " cannot be recorded: " + reason(pid)
                    + "; stridescope record --jvms lists those that can", e);
        }
    }

    private static String reason(long pid) {
        return ProcessHandle.of(pid).isPresent()
                ? "it is no Java program of yours, or does not let others attach"
                : "there is no such process";
    }

    /** Waits; whether somebody has put an end to it. */
    private static boolean isStopped(Duration time) {
        try {
            Thread.sleep(time);
            return false;
        } catch (InterruptedException e) {
            return true; // and told again when the recording is at hand
        }
    }

    private static void record(FlightRecorderMXBean bean, Duration time, Path to) throws IOException {
        long recording = bean.newRecording();
        try {
            bean.setPredefinedConfiguration(recording, "profile");
            Map<String, String> settings = new HashMap<>(bean.getRecordingSettings(recording));
            settings.putAll(SETTINGS);
            bean.setRecordingSettings(recording, settings);
            bean.startRecording(recording);
            boolean early = isStopped(time);
            bean.stopRecording(recording);
            long stream = bean.openStream(recording, Map.of());
            try (OutputStream out = Files.newOutputStream(to)) {
                for (byte[] part = bean.readStream(stream); part != null; part = bean.readStream(stream))
                    out.write(part);
            } finally {
                bean.closeStream(stream);
            }
            if (early)
                Thread.currentThread().interrupt();
        } finally {
            bean.closeRecording(recording);
        }
    }
}
