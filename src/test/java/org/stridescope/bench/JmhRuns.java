package org.stridescope.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The same kernels by {@link DistanceBench}, each in virtual machines of its own: a check on the interleaved runs, where all
 * share one virtual machine and its compiled code.
 */
final class JmhRuns {
    private static final String[] VARIANTS = {"loops", "trick", "vector", "fortran", "c"};

    private JmhRuns() {}

    static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("", "## By JMH", "",
                "One thread, sqeuclidean, n = m = 2000, k = 50, two virtual machines a variant; mean with its 99.9 % interval.",
                "", "| variant | ms |", "|---|---|"));
        try {
            for (RunResult run : new Runner(new OptionsBuilder().include(DistanceBench.class.getName())
                    .param("variant", VARIANTS).param("k", "50").param("threads", "1").warmupIterations(3)
                    .measurementIterations(5).measurementTime(TimeValue.milliseconds(500)).build()).run()) {
                Result<?> result = run.getPrimaryResult();
                lines.add(String.format(Locale.ROOT, "| %s | %.2f \u00b1 %.2f |", run.getParams().getParam("variant"),
                        result.getScore(), result.getScoreError()));
            }
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH could not run", e);
        }
        return lines;
    }
}
