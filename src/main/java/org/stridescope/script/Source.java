package org.stridescope.script;

import java.util.List;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** From text to tree; what is not Python, or not the part of it that is supported, is a SyntaxError with its place. */
final class Source {
    private static final int MOST_CHARACTERS = 1_000_000;
    /** One for all, as the generated parser has it, but bounded. */
    private static final Predictions PREDICTIONS = new Predictions(10_000);

    private Source() {}

    static List<Node.Stmt> parse(String source) {
        try {
            return new StatementBuilder().statements(parser(source).script());
        } catch (StackOverflowError e) {
            throw new ScriptError("RecursionError", "maximum recursion depth exceeded during compilation");
        }
    }

    /** One expression, as stands between the braces of an f-string. */
    static Node.Expr expression(String source, Node.Place at) {
        try {
            return new ExpressionBuilder().tuple(parser(source.strip()).single().tuple());
        } catch (ScriptError e) {
            throw new ScriptError(e.kind(), "f-string: " + e.message()).at(at.line(), at.column());
        }
    }

    private static NumPyScriptParser parser(String source) {
        if (source.length() > MOST_CHARACTERS) {
            throw new ScriptError("MemoryError", "the script is longer than " + MOST_CHARACTERS + " characters");
        }
        NumPyScriptLexer lexer = new NumPyScriptLexer(CharStreams.fromString(source));
        lexer.removeErrorListeners();
        lexer.addErrorListener(new Refusal());
        NumPyScriptParser parser = new NumPyScriptParser(new CommonTokenStream(new Indentation(lexer)));
        PREDICTIONS.lendTo(parser);
        parser.removeErrorListeners();
        parser.addErrorListener(new Refusal());
        return parser;
    }

    /** The first error ends the parse. */
    private static final class Refusal extends BaseErrorListener {
        @Override
        public void syntaxError(Recognizer<?, ?> recognizer, @Nullable Object symbol, int line, int column,
                String message,
                @Nullable RecognitionException cause) {
            String text = symbol instanceof Token token ? words(token) : "invalid syntax";
            boolean indentation = text.contains("indent");
            throw new ScriptError(indentation ? "IndentationError" : "SyntaxError", text).at(line, column + 1);
        }

        private static String words(Token token) {
            return switch (token.getType()) {
                case NumPyScriptParser.YIELD ->
                    "'yield' inside an expression is not supported in these scripts: give it a"
                            + " line of its own, as in x = yield y";
                case NumPyScriptLexer.REFUSED -> "'" + token.getText().strip() + "' is not supported in these scripts";
                case NumPyScriptParser.INDENT -> "unexpected indent";
                case NumPyScriptParser.DEDENT ->
                    "expected an indented block or the rest of the expression before this line";
                case NumPyScriptLexer.UNKNOWN -> "\"'\u201c".contains(token.getText())
                        ? "unterminated string literal"
                        : "invalid character '" + token.getText() + "'";
                case Token.EOF -> "invalid syntax: the script ends too early";
                case NumPyScriptParser.NEWLINE -> "invalid syntax: the line ends too early";
                default -> "invalid syntax at '" + token.getText() + "'";
            };
        }
    }
}
