package org.stridescope.script;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

import org.stridescope.script.Node.Expr;
import org.stridescope.script.Node.Place;
import org.stridescope.script.Node.Sequence;
import org.stridescope.script.Values.Singleton;

/** Expressions of the parse tree as our own nodes. */
class ExpressionBuilder {
    private static final int MOST_DIGITS = 4300;

    static Place place(ParserRuleContext context) {
        return new Place(context.getStart().getLine(), context.getStart().getCharPositionInLine() + 1);
    }

    static ScriptError syntax(ParserRuleContext context, String message) {
        Place place = place(context);
        return new ScriptError("SyntaxError", message).at(place.line(), place.column());
    }

    Expr tuple(NumPyScriptParser.TupleContext context) {
        List<Expr> items = items(context.item());
        boolean comma = context.getChildCount() > 2 * context.item().size() - 1;
        if (items.size() == 1 && !comma) {
            if (items.getFirst() instanceof Node.Starred)
                throw syntax(context, "can't use starred expression here");
            return items.getFirst();
        }
        return new Sequence(place(context), Sequence.Kind.TUPLE, items);
    }

    List<Expr> items(List<NumPyScriptParser.ItemContext> contexts) {
        List<Expr> items = new ArrayList<>();
        for (var item : contexts) {
            Expr value = expr(item.expr());
            items.add(item.getChildCount() == 2 ? new Node.Starred(place(item), value) : value);
        }
        return items;
    }

    Expr expr(NumPyScriptParser.ExprContext context) {
        Place at = place(context);
        return switch (context) {
            case NumPyScriptParser.AttributeContext c -> new Node.Attribute(at, expr(c.expr()), c.NAME().getText());
            case NumPyScriptParser.CallContext c -> new Node.Invoke(at, expr(c.expr()), arguments(c.arguments()));
            case NumPyScriptParser.SubscriptContext c -> subscript(at, expr(c.expr()), c.subscripts());
            case NumPyScriptParser.BinaryContext c ->
                new Node.Binary(at, c.getChild(1).getText(), expr(c.expr(0)), expr(c.expr(1)));
            case NumPyScriptParser.UnaryContext c -> new Node.Unary(at, c.getChild(0).getText(), expr(c.expr()));
            case NumPyScriptParser.CompareContext c -> compare(at, c);
            case NumPyScriptParser.NotContext c -> new Node.Not(at, expr(c.expr()));
            case NumPyScriptParser.AndContext c -> new Node.Logical(at, true, expr(c.expr(0)), expr(c.expr(1)));
            case NumPyScriptParser.OrContext c -> new Node.Logical(at, false, expr(c.expr(0)), expr(c.expr(1)));
            case NumPyScriptParser.ConditionalContext c ->
                new Node.Conditional(at, expr(c.expr(0)), expr(c.expr(1)), expr(c.expr(2)));
            case NumPyScriptParser.LambdaContext c ->
                new Node.Lambda(at, new Node.Definition("<lambda>", parameters(c.parameters()),
                        List.of(new Node.Return(at, expr(c.expr()))),
                        Scope.function(names(parameters(c.parameters())), Set.of(), Set.of()), Set.of()));
            case NumPyScriptParser.WalrusContext c -> new Node.Walrus(at, c.NAME().getText(), expr(c.expr()));
            case NumPyScriptParser.PlainContext c -> atom(c.atom());
            default -> throw syntax(context, "invalid syntax");
        };
    }

    private Expr compare(Place at, NumPyScriptParser.CompareContext context) {
        List<Expr> operands = new ArrayList<>();
        List<String> operators = new ArrayList<>();
        NumPyScriptParser.ExprContext left = context;
        while (left instanceof NumPyScriptParser.CompareContext chain) {
            operands.addFirst(expr(chain.expr(1)));
            operators.addFirst(words(chain.comparator()));
            left = chain.expr(0);
        }
        operands.addFirst(expr(left));
        return new Node.Compare(at, operands, operators);
    }

    private static String words(NumPyScriptParser.ComparatorContext context) {
        StringBuilder words = new StringBuilder();
        for (ParseTree child : context.children)
            words.append(words.isEmpty() ? "" : " ").append(child.getText());
        return words.toString();
    }

    private List<Node.Argument> arguments(NumPyScriptParser.@Nullable ArgumentsContext context) {
        List<Node.Argument> arguments = new ArrayList<>();
        if (context == null)
            return arguments;
        boolean named = false;
        for (var argument : context.argument()) {
            String first = argument.getChild(0).getText();
            int stars = argument.getChild(0) instanceof TerminalNode && first.startsWith("*") ? first.length() : 0;
            Expr value = expr(argument.expr());
            if (argument.comprehension() != null) {
                value = new Node.Comprehension(place(argument), Node.Comprehension.Kind.GENERATOR, value, null,
                        clauses(argument.comprehension()), Scope.comprehension());
            }
            String name = argument.NAME() == null ? null : argument.NAME().getText();
            if (named && name == null && stars == 0)
                throw syntax(argument, "positional argument follows keyword argument");
            named |= name != null;
            arguments.add(new Node.Argument(name, value, stars));
        }
        return arguments;
    }

    Expr subscript(Place at, Expr of, NumPyScriptParser.SubscriptsContext context) {
        List<Expr> indices = new ArrayList<>();
        for (var index : context.index()) {
            if (index.getText().startsWith("*") && index.expr().size() == 1 && index.getChildCount() == 2) {
                indices.add(new Node.Starred(place(index), expr(index.expr(0))));
            } else if (index.getChildCount() == 1
                    && index.getChild(0) instanceof NumPyScriptParser.ExprContext) {
                indices.add(expr(index.expr(0)));
            } else {
                indices.add(slice(index));
            }
        }
        return new Node.Subscript(at, of, indices, indices.size() > 1 || context.comma != null);
    }

    private Node.SliceNode slice(NumPyScriptParser.IndexContext index) {
        Expr[] parts = new Expr[3];
        int part = 0;
        for (ParseTree child : index.children) {
            if (child instanceof NumPyScriptParser.ExprContext expr)
                parts[part] = expr(expr);
            else
                part++;
        }
        return new Node.SliceNode(place(index), parts[0], parts[1], parts[2]);
    }

    List<Node.Parameter> parameters(NumPyScriptParser.@Nullable ParametersContext context) {
        List<Node.Parameter> parameters = new ArrayList<>();
        if (context == null)
            return parameters;
        boolean keywordOnly = false;
        for (var parameter : context.parameter()) {
            String text = parameter.getChild(0).getText();
            if (text.equals("/"))
                continue;
            int stars = text.equals("*") ? 1 : text.equals("**") ? 2 : 0;
            if (stars == 1 && parameter.NAME() == null) {
                keywordOnly = true;
                continue;
            }
            Expr otherwise = null;
            for (int i = 0; i < parameter.getChildCount() - 1; i++) {
                if (parameter.getChild(i).getText().equals("=")) {
                    otherwise = expr((NumPyScriptParser.ExprContext) parameter.getChild(i + 1));
                }
            }
            parameters.add(new Node.Parameter(parameter.NAME().getText(), stars, keywordOnly && stars == 0, otherwise));
            keywordOnly |= stars == 1;
        }
        return parameters;
    }

    static List<String> names(List<Node.Parameter> parameters) {
        return parameters.stream().map(Node.Parameter::name).toList();
    }

    List<Node.Clause> clauses(NumPyScriptParser.@Nullable ComprehensionContext context) {
        List<Node.Clause> clauses = new ArrayList<>();
        for (var c = context; c != null; c = c.comprehension()) {
            List<Expr> filters = new ArrayList<>();
            for (var filter : c.filter())
                filters.add(expr(filter.expr()));
            clauses.add(new Node.Clause(targets(c.targets()), expr(c.expr()), filters));
        }
        return clauses;
    }

    Expr targets(NumPyScriptParser.TargetsContext context) {
        List<Expr> items = new ArrayList<>();
        for (var target : context.target())
            items.add(target(target));
        boolean comma = context.getChildCount() > 2 * items.size() - 1;
        return items.size() == 1 && !comma
                ? items.getFirst()
                : new Sequence(place(context), Sequence.Kind.TUPLE, items);
    }

    Expr target(NumPyScriptParser.TargetContext context) {
        if (context.targets() != null)
            return targets(context.targets());
        if (context.target() != null)
            return new Node.Starred(place(context), target(context.target()));
        Expr target = new Node.Name(place(context), context.NAME(0).getText());
        for (int i = 1; i < context.getChildCount(); i++) {
            if (context.getChild(i) instanceof NumPyScriptParser.SubscriptsContext subscripts) {
                target = subscript(place(context), target, subscripts);
            } else if (context.getChild(i - 1).getText().equals(".")) {
                target = new Node.Attribute(place(context), target, context.getChild(i).getText());
            }
        }
        return target;
    }

    private Expr atom(NumPyScriptParser.AtomContext context) {
        Place at = place(context);
        return switch (context) {
            case NumPyScriptParser.NameContext c -> new Node.Name(at, c.NAME().getText());
            case NumPyScriptParser.NumberContext c -> new Node.Literal(at, number(c));
            case NumPyScriptParser.StringContext c ->
                Strings.literal(at, c.STRING().stream().map(TerminalNode::getText).toList());
            case NumPyScriptParser.EllipsisContext c -> new Node.Literal(at, Singleton.ELLIPSIS);
            case NumPyScriptParser.NoneContext c -> new Node.Literal(at, Singleton.NONE);
            case NumPyScriptParser.TrueContext c -> new Node.Literal(at, true);
            case NumPyScriptParser.FalseContext c -> new Node.Literal(at, false);
            case NumPyScriptParser.EmptyTupleContext c -> new Sequence(at, Sequence.Kind.TUPLE, List.of());
            case NumPyScriptParser.GeneratorContext c ->
                comprehension(at, Node.Comprehension.Kind.GENERATOR, c.expr(), null, c.comprehension());
            case NumPyScriptParser.ParenthesisedContext c -> tuple(c.tuple());
            case NumPyScriptParser.ListComprehensionContext c ->
                comprehension(at, Node.Comprehension.Kind.LIST, c.expr(), null, c.comprehension());
            case NumPyScriptParser.ListContext c -> new Sequence(at, Sequence.Kind.LIST, items(c.item()));
            case NumPyScriptParser.DictComprehensionContext c ->
                comprehension(at, Node.Comprehension.Kind.DICT, c.expr(0), c.expr(1), c.comprehension());
            case NumPyScriptParser.DictContext c -> dict(at, c);
            case NumPyScriptParser.SetComprehensionContext c ->
                comprehension(at, Node.Comprehension.Kind.SET, c.expr(), null, c.comprehension());
            case NumPyScriptParser.SetContext c -> new Sequence(at, Sequence.Kind.SET, items(c.item()));
            default -> throw syntax(context, "invalid syntax");
        };
    }

    private Expr comprehension(Place at, Node.Comprehension.Kind kind, NumPyScriptParser.ExprContext element,
            NumPyScriptParser.@Nullable ExprContext value, NumPyScriptParser.ComprehensionContext clauses) {
        return new Node.Comprehension(at, kind, expr(element), value == null ? null : expr(value), clauses(clauses),
                Scope.comprehension());
    }

    private Expr dict(Place at, NumPyScriptParser.DictContext context) {
        List<@Nullable Expr> keys = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        for (var entry : context.entry()) {
            boolean unpacked = entry.expr().size() == 1;
            keys.add(unpacked ? null : expr(entry.expr(0)));
            values.add(expr(entry.expr(unpacked ? 0 : 1)));
        }
        return new Node.DictNode(at, keys, values);
    }

    private static Object number(NumPyScriptParser.NumberContext context) {
        String text = context.NUMBER().getText().replace("_", "").toLowerCase(java.util.Locale.ROOT);
        if (text.length() > MOST_DIGITS) {
            throw syntax(context,
                    "Exceeds the limit (4300 digits) for integer string conversion: value has " + text.length()
                            + " digits");
        }
        try {
            if (text.startsWith("0x"))
                return Numbers.small(new BigInteger(text.substring(2), 16));
            if (text.startsWith("0b"))
                return Numbers.small(new BigInteger(text.substring(2), 2));
            if (text.startsWith("0o"))
                return Numbers.small(new BigInteger(text.substring(2), 8));
            if (text.endsWith("j"))
                return new Values.Complex(0, Double.parseDouble(text.substring(0, text.length() - 1)));
            if (text.contains(".") || text.contains("e"))
                return Double.parseDouble(text);
            if (text.length() > 1 && text.startsWith("0") && text.chars().anyMatch(c -> c != '0')) {
                throw syntax(context,
                        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal"
                                + " integers");
            }
            return Numbers.small(new BigInteger(text));
        } catch (NumberFormatException e) {
            throw syntax(context, "invalid number " + text);
        }
    }
}
