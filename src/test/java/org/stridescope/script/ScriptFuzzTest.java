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
 * Scripts made from the golden ones by exchanging, dropping and doubling words: each ends in an answer or in an error with a
 * Python class, within its limits. {@code -Dstridescope.fuzz=100000} runs the full count.
 */
final class ScriptFuzzTest {
    private static final ScriptLimits LIMITS = new ScriptLimits(3, 256L << 20, 200, 200_000);
    private static final Pattern WORDS = Pattern.compile("\\w+|'[^']*'|\\s+|.", Pattern.DOTALL);
    private static final List<String> ODD = List.of("0", "-1", "2", "1e308", "10**9", "2**62", "-2**63", "None", "True",
            "np.nan", "[]", "()", "{}", "...", "'f8'",
            "np", "x", "y", ":", "::-1", ",", "(", ")", "[", "]", "**", "//", "%", "@", "@=", "lambda: x",
            "for i in range(3)", "x.T", "axis=-1", "axis=(0, 0)",
            "np.broadcast_to(x, (10**6, 10**6))", "np.empty(0)", "np.uint64(2**63)", "1j", "\n", ";",
            "def f(): return f()", "while True: pass", "if", "else", "in", "not");

    @Test
    void everyScriptEndsInAnAnswerOrAnError() throws IOException {
        int count = Integer.getInteger("stridescope.fuzz", 3000);
        List<String> sources = new ArrayList<>();
        JsonMapper mapper = JsonMapper.builder().build();
        for (String file : List.of("numpy-fixed.jsonl", "numpy-random.jsonl", "numpy-more.jsonl")) {
            for (String line : GoldenScriptsTest.lines(file))
                sources.add(GoldenScriptsTest.source(mapper.readTree(line)));
        }
        List<String> broken = new ArrayList<>();
        Random random = new Random(20261122);
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
            // twice the limit and more is no busy machine any more, but a script that does not listen
            if (System.nanoTime() - start > 30e9)
                broken.add("too slow: " + source);
        }
        assertThat(broken).isEmpty();
    }

    private static String mutated(List<String> sources, Random random) {
        List<String> words = words(sources.get(random.nextInt(sources.size())));
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && !words.isEmpty(); i++) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(5)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, words.get(random.nextInt(words.size())));
                case 2 -> words.set(at, ODD.get(random.nextInt(ODD.size())));
                case 3 -> {
                    List<String> other = words(sources.get(random.nextInt(sources.size())));
                    words.set(at, other.get(random.nextInt(other.size())));
                }
                default -> words.set(at, words.get(random.nextInt(words.size())));
            }
        }
        return String.join("", words);
    }

    private static List<String> words(String source) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORDS.matcher(source);
        while (matcher.find())
            words.add(matcher.group());
        return words;
    }
}
