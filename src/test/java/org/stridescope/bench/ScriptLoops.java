package org.stridescope.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.stridescope.script.ScriptLimits;
import org.stridescope.script.Session;

/**
 * Loops of plain Python in our scripts and in CPython, which take turns: each script times itself.
 *
 * <pre>
 * mvn -q test-compile exec:exec -Dexec.classpathScope=test -Dexec.args="--enable-native-access=ALL-UNNAMED \
 *   --add-modules=jdk.incubator.vector -classpath %classpath org.stridescope.bench.ScriptLoops"
 * </pre>
 *
 * It needs python3.
 */
public final class ScriptLoops {
    private static final int TURNS = 7;

    private ScriptLoops() {}

    private static Map<String, String> loops() {
        Map<String, String> loops = new LinkedHashMap<>();
        loops.put("ints: `total += i * i % 7`, 300 000 turns", """
                def f():
                    total = 0
                    for i in range(300000):
                        total += i * i % 7
                    return total
                """);
        loops.put("floats: logistic map, 300 000 turns", """
                def f():
                    x = 0.3
                    i = 0
                    while i < 300000:
                        x = 3.7 * x * (1.0 - x)
                        i += 1
                    return x
                """);
        loops.put("lists: cityblock of 60 x 60 points, 20 features", """
                def f():
                    x = [[(i * 7 + k) % 11 * 0.5 for k in range(20)] for i in range(60)]
                    d = []
                    for a in x:
                        row = []
                        for b in x:
                            s = 0.0
                            for k in range(20):
                                s += abs(a[k] - b[k])
                            row.append(s)
                        d.append(row)
                    return d[3][5]
                """);
        loops.put("arrays: cityblock by items, 20 x 20 points, 10 features", """
                x = np.arange(200.0).reshape(20, 10) % 7
                def f():
                    d = np.zeros((20, 20))
                    for i in range(20):
                        for j in range(20):
                            s = 0.0
                            for k in range(10):
                                s += abs(x[i, k] - x[j, k])
                            d[i, j] = s
                    return d[3, 5]
                """);
        loops.put("calls: fib(20)", """
                def fib(n):
                    return n if n < 2 else fib(n - 1) + fib(n - 2)
                def f():
                    return fib(20)
                """);
        loops.put("comprehension: 100 000 squares of odd numbers", """
                def f():
                    return sum([i * i for i in range(200000) if i % 2])
                """);
        return loops;
    }

    private static String timed(String loop) {
        return "import time\nimport numpy as np\n" + loop
                + "\nbegun = time.perf_counter()\nanswer = f()\nprint(time.perf_counter() - begun, answer)\n";
    }

    private static String python(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("python3", "-c", script).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        System.out.println("| loop | CPython best | ours best | ratio | CPython median | ours median | ratio |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (var loop : loops().entrySet()) {
            String script = timed(loop.getValue());
            double[] theirs = new double[TURNS];
            double[] ours = new double[TURNS];
            try (Session session = new Session(ScriptLimits.DEFAULT)) {
                for (int warm = 0; warm < 15; warm++)
                    session.run(script);
                for (int turn = 0; turn < TURNS; turn++) {
                    String[] python = python(script).strip().split(" ");
                    String[] own = session.run(script).printed().strip().split(" ");
                    if (!python[1].equals(own[1]))
                        throw new IllegalStateException(loop.getKey() + ": " + python[1] + " and " + own[1]);
                    theirs[turn] = Double.parseDouble(python[0]) * 1e3;
                    ours[turn] = Double.parseDouble(own[0]) * 1e3;
                }
            }
            Arrays.sort(theirs);
            Arrays.sort(ours);
            System.out.printf(Locale.ROOT, "| %s | %.3g | %.3g | %.2f | %.3g | %.3g | %.2f |%n", loop.getKey(),
                    theirs[0],
                    ours[0], theirs[0] / ours[0], theirs[TURNS / 2], ours[TURNS / 2], theirs[TURNS / 2]
                            / ours[TURNS / 2]);
        }
    }
}
