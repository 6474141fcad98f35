package org.stridescope.script;

import java.util.Random;

import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class PredictionsTest {
    private static final String[] WORDS = {"x", "1", "(", ")", "[", "]", ",", ":", "=", "lambda", "if", "else", "for",
            "in",
            "not", "*", "**", ".", "\n", "def", "a", "'s'"};

    @Test
    void whatIsLearntOfOddScriptsStaysBoundedAndGoesOnBeingUsed() {
        Predictions predictions = new Predictions(100);
        Random random = new Random(5);
        int most = 0;
        int beginnings = 0;
        int before = 0;
        for (int i = 0; i < 4000; i++) {
            StringBuilder source = new StringBuilder();
            for (int word = 0; word < 30; word++)
                source.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
            NumPyScriptParser parser = new NumPyScriptParser(new CommonTokenStream(new Indentation(new NumPyScriptLexer(
                    CharStreams.fromString(source.toString())))));
            parser.removeErrorListeners();
            parser.setErrorHandler(new BailErrorStrategy());
            predictions.lendTo(parser);
            try {
                parser.script();
            } catch (ParseCancellationException e) {
                // most are no Python: what was learnt up to there counts
            }
            int states = predictions.states();
            most = Math.max(most, states);
            beginnings += states < before ? 1 : 0;
            before = states;
        }
        assertThat(beginnings).isPositive();
        // the last script before a beginning may go beyond the bound by what it teaches alone
        assertThat(most).isBetween(100, 300);
    }
}
