package org.stridescope.script;

import java.util.ArrayDeque;
import java.util.Deque;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenFactory;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;

/**
 * Between lexer and parser: line ends outside brackets become NEWLINE, and changes of indentation INDENT and DEDENT. Blank
 * lines and lines of comment alone count for nothing. Rules: Python's reference, "Lexical analysis".
 */
final class Indentation implements TokenSource {
    private static final int TAB = 8;
    /** Python's own bound. */
    private static final int MOST_BRACKETS = 200;
    private static final int MOST_LEVELS = 100;

    private final Lexer lexer;
    private final Deque<Token> ready = new ArrayDeque<>();
    private final Deque<Integer> levels = new ArrayDeque<>();
    private int brackets;
    private boolean lineHasTokens;

    Indentation(Lexer lexer) {
        this.lexer = lexer;
        levels.push(0);
    }

    @Override
    public Token nextToken() {
        while (ready.isEmpty())
            advance(lexer.nextToken());
        return ready.poll();
    }

    private void advance(Token token) {
        switch (token.getType()) {
            case Token.EOF -> end(token);
            case NumPyScriptLexer.LINE_END -> lineEnd(token);
            default -> {
                String text = token.getText();
                if (text.length() == 1 && "([{".contains(text))
                    brackets++;
                if (text.length() == 1 && ")]}".contains(text) && brackets > 0)
                    brackets--;
                if (brackets > MOST_BRACKETS) {
                    throw error("SyntaxError", "too many nested parentheses", token);
                }
                if (!lineHasTokens && levels.size() == 1 && token.getCharPositionInLine() > 0 && token.getLine() == 1
                        && ready.isEmpty() && firstLineIndented(token)) {
                    throw error("IndentationError", "unexpected indent", token);
                }
                lineHasTokens = true;
                ready.add(token);
            }
        }
    }

    private boolean firstLineIndented(Token token) {
        String before = lexer._input.getText(org.antlr.v4.runtime.misc.Interval.of(0, token.getStartIndex() - 1));
        return before.isBlank();
    }

    private void end(Token token) {
        if (lineHasTokens)
            ready.add(made(NumPyScriptParser.NEWLINE, token));
        lineHasTokens = false;
        while (levels.size() > 1) {
            levels.pop();
            ready.add(made(NumPyScriptParser.DEDENT, token));
        }
        ready.add(token);
    }

    private void lineEnd(Token token) {
        if (brackets > 0)
            return;
        Token next = lexer.nextToken();
        while (next.getType() == NumPyScriptLexer.LINE_END) {
            token = next;
            next = lexer.nextToken();
        }
        if (lineHasTokens)
            ready.add(made(NumPyScriptParser.NEWLINE, token));
        lineHasTokens = false;
        if (next.getType() != Token.EOF)
            indent(width(token.getText()), next);
        advance(next);
    }

    private void indent(int width, Token at) {
        if (width > levels.peek()) {
            if (levels.size() > MOST_LEVELS)
                throw error("IndentationError", "too many levels of indentation", at);
            levels.push(width);
            ready.add(made(NumPyScriptParser.INDENT, at));
            return;
        }
        while (width < levels.peek()) {
            levels.pop();
            ready.add(made(NumPyScriptParser.DEDENT, at));
        }
        if (width != levels.peek()) {
            throw error("IndentationError", "unindent does not match any outer indentation level", at);
        }
    }

    private static int width(String lineEnd) {
        int width = 0;
        for (char c : lineEnd.toCharArray()) {
            if (c == ' ')
                width++;
            else if (c == '\t')
                width += TAB - width % TAB;
        }
        return width;
    }

    private static ScriptError error(String kind, String message, Token at) {
        return new ScriptError(kind, message).at(at.getLine(), at.getCharPositionInLine() + 1);
    }

    private CommonToken made(int type, Token at) {
        CommonToken token = new CommonToken(type, type == NumPyScriptParser.NEWLINE ? "end of line" : "indentation");
        token.setLine(at.getLine());
        token.setCharPositionInLine(at.getCharPositionInLine());
        return token;
    }

    @Override
    public int getLine() {
        return lexer.getLine();
    }

    @Override
    public int getCharPositionInLine() {
        return lexer.getCharPositionInLine();
    }

    @Override
    public CharStream getInputStream() {
        return lexer.getInputStream();
    }

    @Override
    public String getSourceName() {
        return lexer.getSourceName();
    }

    @Override
    public void setTokenFactory(TokenFactory<?> factory) {
        lexer.setTokenFactory(factory);
    }

    @Override
    public TokenFactory<?> getTokenFactory() {
        return CommonTokenFactory.DEFAULT;
    }
}
