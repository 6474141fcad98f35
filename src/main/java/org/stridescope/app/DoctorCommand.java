package org.stridescope.app;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import org.stridescope.app.doctor.Doctor;
import org.stridescope.app.doctor.Finding;
import org.stridescope.lab.MachineMemory;

/** Says what the machine offers. */
@Command(name = "doctor", description = "What this machine offers: Java, cores, memory, kernels, compilers, Python, "
        + "permissions, display; for each gap the reason and the mend.")
final class DoctorCommand implements Runnable {
    @Option(names = "--json", description = "one JSON object instead of lines")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<Finding> findings = Doctor.examine();
        if (json)
            out.println(Json.text(report(findings)));
        else
            print(findings, out);
    }

    private static void print(List<Finding> findings, PrintWriter out) {
        out.println("Stridescope " + Version.text());
        String group = "";
        for (Finding finding : findings) {
            if (!finding.group().equals(group))
                out.println("\n" + finding.group());
            group = finding.group();
            out.printf("  %-4s %-16s %s%n", finding.ok() ? "ok" : "gap", finding.name(),
                    finding.ok() ? finding.value() : finding.reason());
            if (!finding.mend().isEmpty())
                out.printf("       %-16s mend: %s%n", "", finding.mend());
        }
        long gaps = findings.stream().filter(finding -> !finding.ok()).count();
        out.println("\n" + (gaps == 0
                ? "Nothing is missing."
                : gaps + (gaps == 1 ? " gap." : " gaps.")
                        + " What needs them is greyed out; the rest works."));
    }

    private static Map<String, Object> report(List<Finding> findings) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("version", Version.text());
        report.put("java", Runtime.version().toString());
        report.put("cores", Doctor.processors());
        report.put("memory",
                Map.of("total_bytes", Doctor.totalBytes(), "available_bytes", new MachineMemory().availableBytes()));
        report.put("checks", findings.stream().map(DoctorCommand::check).toList());
        return report;
    }

    private static Map<String, Object> check(Finding finding) {
        Map<String, Object> check = new LinkedHashMap<>();
        check.put("group", finding.group());
        check.put("name", finding.name());
        check.put("ok", finding.ok());
        check.put("value", finding.value());
        check.put("reason", finding.reason());
        check.put("mend", finding.mend());
        return check;
    }
}
