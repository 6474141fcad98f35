package org.stridescope.app;

import java.io.PrintWriter;
import java.util.Locale;

import org.stridescope.lab.BenchmarkReport;
import org.stridescope.lab.BenchmarkReport.Variant;
import org.stridescope.lab.ByteText;

/** A benchmark for people. */
final class BenchTable {
    private static final double GIGA = 1e9;

    private BenchTable() {}

    static void print(BenchmarkReport report, PrintWriter out) {
        out.printf(Locale.ROOT, "%s, n = %d, m = %d, k = %d, %d thread%s%n%n", report.metric(), report.n(), report.m(),
                report.k(), report.threads(), report.threads() == 1 ? "" : "s");
        TextTable table = new TextTable().row("variant", "median s", "min s", "max s", "Gpair-features/s", "GB/s",
                "peak",
                "largest error", "ratio");
        for (Variant variant : report.variants()) {
            if (variant.reason() == null)
                table.row(cells(variant));
            else
                table.row(variant.name(), "", "", "", "", "", "", error(variant), "");
        }
        table.print(out);
        out.println();
        for (Variant variant : report.variants()) {
            if (variant.reason() != null)
                out.println(variant.name() + (variant.failed() ? " is WRONG and was not timed: " : " was not run: ")
                        + variant.reason());
        }
        out.printf(Locale.ROOT, "This machine stores %.1f GB/s and computes %.1f GFLOP/s with %d thread%s.%n",
                report.limits().storeBytesPerSecond() / GIGA, report.limits().flops() / GIGA, report.threads(),
                report.threads() == 1 ? "" : "s");
    }

    private static String[] cells(Variant variant) {
        return new String[]{variant.name(), seconds(variant.medianSeconds()), seconds(variant.minSeconds()),
                seconds(variant.maxSeconds()), number("%.3f", variant.elementsPerSecond() / GIGA),
                number("%.2f", variant.bytesPerSecond() / GIGA), ByteText.of(variant.peakBytes()), error(variant),
                number("%.2f", variant.ratio())};
    }

    private static String error(Variant variant) {
        return number("%.1e", variant.maxAbsError());
    }

    private static String seconds(double value) {
        return number("%.4f", value);
    }

    private static String number(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "";
    }
}
