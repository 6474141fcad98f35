package org.stridescope.app.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks the machine over: for each gap the reason and the mend. Starts other programs, so it takes about a second. */
public final class Doctor {
    private Doctor() {}

    public static List<Finding> examine() {
        List<Finding> findings = new ArrayList<>(MachineChecks.run());
        findings.addAll(KernelChecks.run());
        findings.addAll(ToolChecks.compilers());
        findings.addAll(ToolChecks.python());
        findings.addAll(PermissionChecks.run());
        findings.add(new Finding("display", "display", System.getenv().getOrDefault("DISPLAY", ""),
                Display.ofThisProcess()));
        return findings;
    }

    public static int processors() {
        return MachineChecks.processors();
    }

    public static long totalBytes() {
        return MachineChecks.totalBytes();
    }

    /** This machine as benchmarks name it. */
    public static Map<String, Object> machine() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("architecture", System.getProperty("os.arch"));
        machine.put("processor", MachineChecks.processorModel());
        machine.put("cores", processors());
        machine.put("memory_bytes", totalBytes());
        machine.put("java", Runtime.version().toString());
        return machine;
    }
}
