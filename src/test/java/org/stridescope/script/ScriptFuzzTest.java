package org.stridescope.script;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scripts made from the golden ones by exchanging, dropping and doubling words, by nesting expressions, wrapping statements
 * in functions and loops, and joining scripts: each ends in an answer or in an error with a Python class, within its limits.
 * {@code -Dstridescope.fuzz=100000} runs the full count, {@code -Dstridescope.fuzz.seed=7} other scripts.
 */
final class ScriptFuzzTest {
    private static final ScriptLimits LIMITS = new ScriptLimits(1, 256L << 20, 200, 200_000);
    private static final Pattern WORDS = Pattern.compile("\\w+|'[^']*'|\\s+|.", Pattern.DOTALL);
    private static final List<String> ODD = List.of("0", "-1", "2", "1e308", "10**9", "2**62", "-2**63", "None", "True",
            "np.nan", "[]", "()", "{}", "...", "'f8'",
            "np", "x", "y", ":", "::-1", ",", "(", ")", "[", "]", "**", "//", "%", "@", "@=", "lambda: x",
            "for i in range(3)", "x.T", "axis=-1", "axis=(0, 0)",
            "np.broadcast_to(x, (10**6, 10**6))", "np.empty(0)", "np.uint64(2**63)", "1j", "\n", ";",
            "def f(): return f()", "while True: pass", "if", "else", "in", "not", "[0] * 10**9", "'a' * 10**9",
            "10**10**8", "range(10**18)", "(i for i in x)", "np.ones((10**6, 10**6))", "*", "**{'axis': 0}", "out=x",
            "where=x > 1", "dtype='i1'", "keepdims=True", "x[::-1]", "True", "np.nan", "f'{x!r:>{y}}'",
            "'{:1000000000}'.format(x)");
    private static final List<String> OPERATORS = List.of("+", "-", "*", "/", "//", "%", "**", "@", "&", "|", "^", "<<",
            ">>", "<", "<=", "==", "!=", ">=", ">", "and", "or", "in", "is", "if x else", ",", "=", "+=", ":=");
    private static final List<String> WRAPPERS = List.of("np.sum(%s)", "np.sort(%s, axis=-1)", "(%s)[::-1]", "(%s).T",
            "np.exp(%s)", "np.stack([%s, %<s])", "np.where(%s, 1, x)", "[%s for i in range(3)]", "-(%s)", "(%s)[%<s]",
            "np.einsum('ij->ji', %s)", "(lambda a: a)(%s)", "np.cumsum(%s)", "list(%s)", "str(%s)", "((((((%s))))))",
            "np.broadcast_to(%s, (3, 3))", "np.unique(%s)", "np.median(%s)", "{1: %s}[1]", "f'{%s}'", "sum(%s)");

    @Test
    void everyScriptEndsInAnAnswerOrAnError() throws IOException {
        int count = Integer.getInteger("stridescope.fuzz", 3000);
        List<String> sources = new ArrayList<>();
        JsonMapper mapper = JsonMapper.builder().build();
        for (String file : List.of("numpy-fixed.jsonl", "numpy-random.jsonl", "numpy-more.jsonl")) {
            for (String line : GoldenScriptsTest.lines(file))
                sources.add(GoldenScriptsTest.source(mapper.readTree(line)));
        }
        Findings broken = new Findings();
        Random random = new Random(Long.getLong("stridescope.fuzz.seed", 20261122));
        Library library = new Library(java.util.Map.of());
        for (int i = 0; i < count; i++) {
            String source = mutated(sources, random);
            long start = System.nanoTime();
            try (Session session = new Session(LIMITS, library,
                    org.stridescope.array.ArrayMemory.recycled(LIMITS.memoryBytes(),
                            org.stridescope.array.ArrayMemory.PLAIN))) {
                Session.Outcome outcome = session.run(source);
                ScriptError error = outcome.error();
                if (error != null && !error.kind().matches("[A-Z]\\w*(Error|Iteration|Exception|Interrupt)"))
                    broken.add(error.kind() + ": " + source);
                if (error != null && error.kind().equals("SystemError"))
                    broken.add(error.message() + ": " + source);
                if (outcome.value() != null)
                    Repr.repr(outcome.value());
            }
            // thirty times the limit is no busy machine any more, but a script that does not listen
            if (System.nanoTime() - start > 30e9)
                broken.add("too slow: " + source);
            if (i % 10_000 == 9_999)
                System.err.println((i + 1) + " scripts, findings: " + broken.all.size());
        }
        assertThat(broken.all).isEmpty();
    }

    /** What went wrong, told at once: a long run may be stopped before its end. */
    private static final class Findings {
        final List<String> all = new ArrayList<>();

        void add(String finding) {
            all.add(finding);
            System.err.println("finding: " + finding);
        }
    }

    private static String mutated(List<String> sources, Random random) {
        String source = sources.get(random.nextInt(sources.size()));
        if (random.nextInt(6) == 0)
            source = joined(source, sources.get(random.nextInt(sources.size())), random);
        if (random.nextInt(4) == 0)
            source = nested(source, random);
        if (random.nextInt(6) == 0)
            source = wrapped(source, random);
        List<String> words = words(source);
        int changes = random.nextInt(5);
        for (int i = 0; i < changes && !words.isEmpty(); i++) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(6)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, words.get(random.nextInt(words.size())));
                case 2 -> words.set(at, ODD.get(random.nextInt(ODD.size())));
                case 3 -> {
                    List<String> other = words(sources.get(random.nextInt(sources.size())));
                    words.set(at, other.get(random.nextInt(other.size())));
                }
                case 4 -> words.add(at, " " + OPERATORS.get(random.nextInt(OPERATORS.size())) + " ");
                default -> words.set(at, words.get(random.nextInt(words.size())));
            }
        }
        return String.join("", words);
    }

    /** Some lines of one, then some of the other. */
    private static String joined(String one, String other, Random random) {
        List<String> lines = new ArrayList<>(one.lines().toList());
        List<String> more = other.lines().toList();
        lines.addAll(random.nextInt(lines.size() + 1), more.subList(0, 1 + random.nextInt(more.size())));
        return String.join("\n", lines);
    }

    /** The last expression inside others. */
    private static String nested(String source, Random random) {
        int start = source.lastIndexOf('\n') + 1;
        String expression = source.substring(start);
        for (int depth = 1 + random.nextInt(random.nextInt(20) == 0 ? 60 : 3); depth > 0; depth--) {
            if (expression.length() < 20_000)
                expression = String.format(WRAPPERS.get(random.nextInt(WRAPPERS.size())), expression);
        }
        return source.substring(0, start) + expression;
    }

    /** All of it in a function, a loop or an attempt. */
    private static String wrapped(String source, Random random) {
        String body = source.indent(4);
        return switch (random.nextInt(5)) {
            case 0 -> "def f(x=1):\n" + body + "    return x\nf()\nf(2)";
            case 1 -> "for x in range(3):\n" + body;
            case 2 -> "try:\n" + body + "except Exception as e:\n    print(e)\nfinally:\n    x = 1";
            case 3 -> "while True:\n" + body + "    break";
            default -> "def f(n):\n" + body + "    return f(n + 1)\nf(0)";
        };
    }

    private static List<String> words(String source) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORDS.matcher(source);
        while (matcher.find())
            words.add(matcher.group());
        return words;
    }
}
