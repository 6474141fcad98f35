package org.stridescope.app;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.Metric;

/** All variants, for people and for scripts. */
final class VariantList {
    private VariantList() {}

    static void print(PrintWriter out, boolean json) {
        if (json) {
            out.println(Json.text(KernelChoice.all().stream().map(VariantList::entry).toList()));
            return;
        }
        TextTable table = new TextTable().row("variant", "language", "metrics", "threads", "available");
        for (DistanceKernel kernel : KernelChoice.all()) {
            table.row(kernel.name(), kernel.language(), String.join(",", metrics(kernel)), "1 or more",
                    kernel.availability().isAvailable() ? "yes" : "no: " + kernel.availability().sentence());
        }
        table.print(out);
    }

    private static List<String> metrics(DistanceKernel kernel) {
        return kernel.metrics().stream().sorted().map(Metric::label).toList();
    }

    private static Map<String, Object> entry(DistanceKernel kernel) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", kernel.name());
        entry.put("language", kernel.language());
        entry.put("metrics", metrics(kernel));
        entry.put("threads", "any");
        entry.put("available", kernel.availability().isAvailable());
        entry.put("reason", kernel.availability().sentence());
        return entry;
    }
}
