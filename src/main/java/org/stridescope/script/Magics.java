package org.stridescope.script;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A notebook's magic lines: {@code %timeit} and {@code %time} measure; {@code %matplotlib} and its like do nothing here. */
final class Magics {
    private static final Pattern TIMEIT = Pattern.compile("%+timeit\\s*((?:-[nr]\\s*\\d+\\s*|-o\\s*)*)(.*)");
    private static final double SHORTEST = 0.2;
    private static final int MOST_LOOPS = 10_000_000;

    private Magics() {}

    static void run(Interpreter in, Node.Magic magic, Frame frame) {
        String text = magic.text().strip();
        String name = text.replaceFirst("^%+", "").replaceFirst("\\s.*", "");
        switch (name) {
            case "timeit" -> timeit(in, text, magic, frame);
            case "time" -> {
                String code = text.replaceFirst("^%+time\\s*", "");
                long start = System.nanoTime();
                if (!code.isEmpty())
                    in.statements.execute(Source.parse(code), frame);
                in.print("Wall time: " + time((System.nanoTime() - start) / 1e9) + "\n");
            }
            case "matplotlib", "load_ext", "config", "autoreload" -> {}
            default ->
                throw new ScriptError("SyntaxError", "the magic %" + name + " is not supported; %timeit and %time are")
                        .at(magic.place().line(), magic.place().column());
        }
    }

    private static void timeit(Interpreter in, String text, Node.Magic magic, Frame frame) {
        Matcher matcher = TIMEIT.matcher(text);
        if (!matcher.matches() || matcher.group(2).isBlank())
            return;
        var statements = Source.parse(matcher.group(2));
        int loops = option(matcher.group(1), 'n', 0);
        int runs = Math.clamp(option(matcher.group(1), 'r', 7), 1, 1000);
        if (loops == 0) {
            loops = 1;
            while (loops < MOST_LOOPS && once(in, statements, frame, loops) * loops < SHORTEST)
                loops *= 10;
        }
        double[] seconds = new double[runs];
        for (int i = 0; i < runs; i++)
            seconds[i] = once(in, statements, frame, loops);
        double mean = Arrays.stream(seconds).average().orElse(0);
        double spread = Math.sqrt(Arrays.stream(seconds).map(s -> (s - mean) * (s - mean)).average().orElse(0));
        in.print(String.format(Locale.ROOT, "%s ± %s per loop (mean ± std. dev. of %d run%s, %,d loop%s each)%n",
                time(mean), time(spread), runs,
                runs == 1 ? "" : "s", loops, loops == 1 ? "" : "s"));
    }

    private static int option(String options, char letter, int otherwise) {
        Matcher matcher = Pattern.compile("-" + letter + "\\s*(\\d{1,8})").matcher(options);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : otherwise;
    }

    private static double once(Interpreter in, java.util.List<Node.Stmt> statements, Frame frame, int loops) {
        long start = System.nanoTime();
        for (int i = 0; i < loops; i++) {
            in.tick();
            in.statements.execute(statements, frame);
        }
        return (System.nanoTime() - start) / 1e9 / loops;
    }

    static String time(double seconds) {
        if (seconds >= 1)
            return String.format(Locale.ROOT, "%.3g s", seconds);
        if (seconds >= 1e-3)
            return String.format(Locale.ROOT, "%.3g ms", seconds * 1e3);
        if (seconds >= 1e-6)
            return String.format(Locale.ROOT, "%.3g µs", seconds * 1e6);
        return String.format(Locale.ROOT, "%.3g ns", seconds * 1e9);
    }
}
