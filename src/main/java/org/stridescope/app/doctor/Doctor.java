package org.stridescope.app.doctor;

import java.util.ArrayList;
import java.util.List;

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
}
