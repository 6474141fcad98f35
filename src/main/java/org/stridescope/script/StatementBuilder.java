package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;

import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

import org.stridescope.script.Node.Expr;
import org.stridescope.script.Node.Stmt;

/** Statements of the parse tree as our own nodes. */
final class StatementBuilder extends ExpressionBuilder {
    /** How many loops and functions are around the statement under way. */
    private int loops;
    private int functions;

    List<Stmt> statements(NumPyScriptParser.ScriptContext context) {
        return all(context.statement());
    }

    private List<Stmt> all(List<NumPyScriptParser.StatementContext> contexts) {
        List<Stmt> statements = new ArrayList<>();
        for (var statement : contexts) {
            if (statement.compound() != null)
                statements.add(compound(statement.compound()));
            else
                for (var simple : statement.simple())
                    statements.add(simple(simple));
        }
        return statements;
    }

    private List<Stmt> block(NumPyScriptParser.@Nullable BlockContext context) {
        if (context == null)
            return List.of();
        if (!context.statement().isEmpty())
            return all(context.statement());
        List<Stmt> statements = new ArrayList<>();
        for (var simple : context.simple())
            statements.add(simple(simple));
        return statements;
    }

    private List<Stmt> body(NumPyScriptParser.BlockContext context) {
        loops++;
        List<Stmt> body = block(context);
        loops--;
        return body;
    }

    private Stmt compound(NumPyScriptParser.CompoundContext context) {
        if (context.ifStatement() != null)
            return ifStatement(context.ifStatement());
        if (context.whileStatement() != null) {
            var c = context.whileStatement();
            return new Node.While(place(c), expr(c.expr()), body(c.block(0)), block(c.block(1)));
        }
        if (context.forStatement() != null) {
            var c = context.forStatement();
            return new Node.For(place(c), targets(c.targets()), tuple(c.tuple()), body(c.block(0)), block(c.block(1)));
        }
        if (context.tryStatement() != null)
            return tryStatement(context.tryStatement());
        if (context.withStatement() != null)
            return withStatement(context.withStatement());
        return define(context.definition());
    }

    private Stmt ifStatement(NumPyScriptParser.IfStatementContext context) {
        int branches = context.expr().size();
        List<Stmt> otherwise = context.block().size() > branches ? block(context.block(branches)) : List.of();
        for (int i = branches - 1; i > 0; i--) {
            otherwise = List
                    .of(new Node.If(place(context.expr(i)), expr(context.expr(i)), block(context.block(i)), otherwise));
        }
        return new Node.If(place(context), expr(context.expr(0)), block(context.block(0)), otherwise);
    }

    private Stmt tryStatement(NumPyScriptParser.TryStatementContext context) {
        List<Node.Handler> handlers = new ArrayList<>();
        for (var handler : context.handler()) {
            handlers.add(new Node.Handler(handler.expr() == null ? null : expr(handler.expr()),
                    handler.NAME() == null ? null : handler.NAME().getText(), block(handler.block())));
        }
        List<Stmt> otherwise = List.of();
        List<Stmt> last = List.of();
        for (int i = 0; i < context.getChildCount(); i++) {
            if (context.getChild(i).getText().equals("else") && context.getChild(i) instanceof TerminalNode) {
                otherwise = block((NumPyScriptParser.BlockContext) context.getChild(i + 2));
            }
            if (context.getChild(i).getText().equals("finally") && context.getChild(i) instanceof TerminalNode) {
                last = block((NumPyScriptParser.BlockContext) context.getChild(i + 2));
            }
        }
        if (handlers.isEmpty() && last.isEmpty())
            throw syntax(context, "expected 'except' or 'finally' block");
        return new Node.Try(place(context), block(context.block(0)), handlers, otherwise, last);
    }

    private Stmt withStatement(NumPyScriptParser.WithStatementContext context) {
        List<Expr> contexts = new ArrayList<>();
        List<@Nullable Expr> targets = new ArrayList<>();
        for (var item : context.withItem()) {
            contexts.add(expr(item.expr()));
            targets.add(item.target() == null ? null : target(item.target()));
        }
        return new Node.With(place(context), contexts, targets, block(context.block()));
    }

    private Stmt define(NumPyScriptParser.DefinitionContext context) {
        List<Expr> decorators = new ArrayList<>();
        for (var decorator : context.decorator())
            decorators.add(expr(decorator.expr()));
        int outerLoops = loops;
        loops = 0;
        functions++;
        List<Stmt> body = block(context.block());
        functions--;
        loops = outerLoops;
        List<Node.Parameter> parameters = parameters(context.parameters());
        return new Node.Define(place(context), new Node.Definition(context.NAME().getText(), parameters, body,
                Locals.scope(parameters, body), Generators.yielding(body)), decorators);
    }

    private Stmt simple(NumPyScriptParser.SimpleContext context) {
        Node.Place at = place(context);
        return switch (context) {
            case NumPyScriptParser.AssignContext c -> assign(c);
            case NumPyScriptParser.AnnotatedContext c -> c.tuple() == null
                    ? new Node.Jump(at, Node.Jump.Kind.PASS)
                    : new Node.Assign(at, List.of(assignable(c, expr(c.expr(0)))), tuple(c.tuple()));
            case NumPyScriptParser.AugmentedContext c -> new Node.Augment(at, single(c, expr(c.expr())),
                    c.op.getText().substring(0, c.op.getText().length() - 1), tuple(c.tuple()));
            case NumPyScriptParser.ImportModulesContext c -> importModules(c);
            case NumPyScriptParser.ImportFromContext c -> importFrom(c);
            case NumPyScriptParser.ReturnValueContext c ->
                new Node.Return(within(functions, c, "'return' outside function"),
                        c.tuple() == null ? null : tuple(c.tuple()));
            case NumPyScriptParser.AssertionContext c ->
                new Node.Assert(at, expr(c.expr(0)), c.expr().size() > 1 ? expr(c.expr(1)) : null);
            case NumPyScriptParser.RaiseContext c -> new Node.Raise(at, c.expr().isEmpty() ? null : expr(c.expr(0)),
                    c.expr().size() > 1 ? expr(c.expr(1)) : null);
            case NumPyScriptParser.DeleteContext c -> new Node.Delete(at, c.expr().stream().map(this::expr).toList());
            case NumPyScriptParser.OuterNamesContext c ->
                new Node.Outer(at, c.kind.getText().equals("global"),
                        c.NAME().stream().map(ParseTree::getText).toList());
            case NumPyScriptParser.PassContext c -> new Node.Jump(at, Node.Jump.Kind.PASS);
            case NumPyScriptParser.BreakContext c ->
                new Node.Jump(within(loops, c, "'break' outside loop"), Node.Jump.Kind.BREAK);
            case NumPyScriptParser.ContinueContext c ->
                new Node.Jump(within(loops, c, "'continue' not properly in loop"), Node.Jump.Kind.CONTINUE);
            case NumPyScriptParser.YieldsContext c -> yields(within(functions, c, "'yield' outside function"), c);
            case NumPyScriptParser.MagicContext c -> new Node.Magic(at, c.getText());
            case NumPyScriptParser.EvaluateContext c -> new Node.Evaluate(at, tuple(c.tuple()));
            default -> throw syntax(context, "invalid syntax");
        };
    }

    private static Node.Place within(int depth, NumPyScriptParser.SimpleContext context, String otherwise) {
        if (depth == 0)
            throw syntax(context, otherwise);
        return place(context);
    }

    private Stmt yields(Node.Place at, NumPyScriptParser.YieldsContext context) {
        var inner = context.yielding();
        while (inner.yielding() != null)
            inner = inner.yielding();
        Expr value = inner.expr() != null ? expr(inner.expr()) : inner.tuple() != null ? tuple(inner.tuple()) : null;
        Expr yielded = new Node.Yield(at, value, inner.expr() != null);
        List<Expr> targets = new ArrayList<>();
        for (var target : context.tuple())
            targets.add(assignable(context, tuple(target)));
        return targets.isEmpty() ? new Node.Evaluate(at, yielded) : new Node.Assign(at, targets, yielded);
    }

    private Stmt assign(NumPyScriptParser.AssignContext context) {
        List<Expr> targets = new ArrayList<>();
        for (int i = 0; i < context.tuple().size() - 1; i++)
            targets.add(assignable(context, tuple(context.tuple(i))));
        return new Node.Assign(place(context), targets, tuple(context.tuple().getLast()));
    }

    private static Expr assignable(NumPyScriptParser.SimpleContext context, Expr target) {
        switch (target) {
            case Node.Name name -> {}
            case Node.Attribute attribute -> {}
            case Node.Subscript subscript -> {}
            case Node.Starred starred -> assignable(context, starred.of());
            case Node.Sequence sequence -> sequence.items().forEach(item -> assignable(context, item));
            case Node.Invoke call ->
                throw syntax(context, "cannot assign to function call here. Maybe you meant '==' instead of '='?");
            case Node.Literal literal ->
                throw syntax(context, "cannot assign to literal here. Maybe you meant '==' instead of '='?");
            default -> throw syntax(context, "cannot assign to expression here. Maybe you meant '==' instead of '='?");
        }
        return target;
    }

    private static Expr single(NumPyScriptParser.SimpleContext context, Expr target) {
        if (target instanceof Node.Name || target instanceof Node.Attribute || target instanceof Node.Subscript)
            return target;
        throw syntax(context, "illegal expression for augmented assignment");
    }

    private static Stmt importModules(NumPyScriptParser.ImportModulesContext context) {
        List<Stmt> imports = new ArrayList<>();
        for (var name : context.importName()) {
            List<String> path = name.dotted().NAME().stream().map(ParseTree::getText).toList();
            imports.add(new Node.Import(place(name), path, name.NAME() == null ? null : name.NAME().getText()));
        }
        // several on a line are rare: they run as the body of a condition that holds
        return imports.size() == 1
                ? imports.getFirst()
                : new Node.If(place(context), new Node.Literal(place(context), true), imports, List.of());
    }

    private static Stmt importFrom(NumPyScriptParser.ImportFromContext context) {
        List<String> path = context.dotted().NAME().stream().map(ParseTree::getText).toList();
        List<String[]> names = new ArrayList<>();
        for (var name : context.importAs()) {
            names.add(new String[]{name.NAME(0).getText(), name.NAME().getLast().getText()});
        }
        return new Node.ImportFrom(place(context), path, names);
    }
}
