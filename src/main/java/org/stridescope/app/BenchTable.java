package org.stridescope.app;

import java.io.PrintWriter;
import java.util.Locale;

import org.stridescope.lab.BenchmarkReport;
import org.stridescope.lab.BenchmarkReport.Noise;
import org.stridescope.lab.BenchmarkReport.Variant;
import org.stridescope.lab.ByteText;

/** A benchmark for people. */
final class BenchTable {
    private static final double GIGA = 1e9;
    private static final double MICRO = 1e-6;
    private static final double USUAL_CONFIDENCE = 0.95;

    private BenchTable() {}

    static void print(BenchmarkReport report, PrintWriter out) {
        int threads = report.experiment().threads();
        out.printf(Locale.ROOT, "%s, n = %d, m = %d, k = %d, %s, %d thread%s%n%n", report.experiment().metric().label(),
                report.n(), report.m(), report.k(), report.experiment().dtype().pythonName(), threads,
                threads == 1 ? "" : "s");
        TextTable table = new TextTable().row("variant", "median s", "interval s", "min s", "max s",
                "Gpair-features/s", "GB/s", "peak", "predicted", "call us", "largest error", "ratio");
        for (Variant variant : report.variants()) {
            if (variant.reason() == null)
                table.row(cells(variant));
            else
                table.row(variant.name(), "", "", "", "", "", "", "", "", "", error(variant), "");
        }
        table.print(out);
        out.println();
        for (Variant variant : report.variants()) {
            if (variant.reason() != null)
                out.println(variant.name() + (variant.failed() ? " is WRONG and was not timed: " : " was not run: ")
                        + variant.reason());
        }
        remarks(report, out);
    }

    private static String[] cells(Variant variant) {
        return new String[]{variant.name(), seconds(variant.medianSeconds()),
                seconds(variant.lowSeconds()) + "-" + seconds(variant.highSeconds()), seconds(variant.minSeconds()),
                seconds(variant.maxSeconds()), number("%.3f", variant.elementsPerSecond() / GIGA),
                number("%.2f", variant.bytesPerSecond() / GIGA), ByteText.of(variant.bytes().best()),
                ByteText.of(variant.bytes().predicted()), number("%.1f", variant.callSeconds() / MICRO), error(variant),
                number("%.2f", variant.ratio())};
    }

    private static void remarks(BenchmarkReport report, PrintWriter out) {
        report.variants().stream().filter(Variant::isTimed).findFirst()
                .ifPresent(variant -> out.printf(Locale.ROOT,
                        "The interval holds the median with probability %.3f%s; call: what a run takes on one pair of points.%n",
                        variant.confidence(),
                        variant.confidence() < USUAL_CONFIDENCE ? " (6 runs or more would give 0.95)" : ""));
        Noise noise = report.noise();
        if (noise.isNoisy()) {
            out.printf(Locale.ROOT, "NOISY: a fixed loop between the runs varied by %.0f %%, so differences below that "
                    + "mean nothing; close what else runs, or take more --reps.%n", 100 * noise.spread());
        } else if (noise.samples() > 0) {
            out.printf(Locale.ROOT, "A fixed loop between the runs varied by %.1f %%: the machine was steady.%n",
                    100 * noise.spread());
        }
        out.printf(Locale.ROOT,
                "Reading the clock twice takes %.0f ns; recording a race would take %.1f %% of a core.%n",
                report.overhead().timerSeconds() * GIGA, 100 * report.overhead().samplingShare());
        int threads = report.experiment().threads();
        out.printf(Locale.ROOT, "This machine stores %.1f GB/s and computes %.1f GFLOP/s with %d thread%s.%n",
                report.limits().storeBytesPerSecond() / GIGA, report.limits().flops() / GIGA, threads,
                threads == 1 ? "" : "s");
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
