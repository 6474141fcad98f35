package org.stridescope.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.NDArray;
import org.stridescope.script.Node.Expr;
import org.stridescope.script.Values.Builtin;
import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyIterator;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PySet;
import org.stridescope.script.Values.PySlice;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;

/** Values of expressions. */
final class Evaluator {
    private final Interpreter interpreter;

    Evaluator(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    Object eval(Expr expr, Frame frame) {
        try {
            Object value = value(expr, frame);
            if (value instanceof NDArray || value instanceof PyList || value instanceof PyTuple
                    || value instanceof PyIterator) {
                interpreter.pin(value);
            }
            return value;
        } catch (ArrayError e) {
            throw ScriptError.of(e).at(expr.place().line(), expr.place().column());
        } catch (ScriptError e) {
            throw e.at(expr.place().line(), expr.place().column());
        } catch (StackOverflowError e) {
            throw new ScriptError("RecursionError", "maximum recursion depth exceeded").at(expr.place().line(),
                    expr.place().column());
        }
    }

    private Object value(Expr expr, Frame frame) {
        return switch (expr) {
            case Node.Literal literal -> literal.value();
            case Node.Name name -> lookUp(name.name(), frame);
            case Node.Format format -> format(format, frame);
            case Node.Attribute attribute -> Attributes.get(eval(attribute.of(), frame), attribute.name(), interpreter);
            case Node.Invoke invoke -> invoke(invoke, frame);
            case Node.Subscript subscript ->
                Subscripting.get(eval(subscript.of(), frame), index(subscript, frame), interpreter);
            case Node.SliceNode slice -> slice(slice, frame);
            case Node.Unary unary -> Operators.unary(unary.operator(), eval(unary.operand(), frame), interpreter);
            case Node.Binary binary -> Operators.binary(binary.operator(), eval(binary.left(), frame),
                    eval(binary.right(), frame), interpreter);
            case Node.Compare compare -> compare(compare, frame);
            case Node.Logical logical -> {
                Object left = eval(logical.left(), frame);
                yield interpreter.truth(left) == logical.and() ? eval(logical.right(), frame) : left;
            }
            case Node.Not not -> !interpreter.truth(eval(not.operand(), frame));
            case Node.Conditional conditional -> eval(interpreter.truth(eval(conditional.condition(), frame))
                    ? conditional.then()
                    : conditional.otherwise(), frame);
            case Node.Lambda lambda -> new Function(lambda.definition(), defaults(lambda.definition(), frame), frame);
            case Node.Walrus walrus -> {
                Object value = eval(walrus.value(), frame);
                frame.set(walrus.name(), value);
                yield value;
            }
            case Node.Sequence sequence -> sequence(sequence, frame);
            case Node.DictNode dict -> dict(dict, frame);
            case Node.Comprehension comprehension -> comprehension(comprehension, frame);
            case Node.Starred starred -> throw new ScriptError("SyntaxError", "can't use starred expression here");
        };
    }

    private Object lookUp(String name, Frame frame) {
        Object value = frame.find(name);
        if (value == null)
            value = interpreter.library.builtin(name);
        if (value == null)
            throw new ScriptError("NameError", "name '" + name + "' is not defined");
        return value;
    }

    private Object slice(Node.SliceNode slice, Frame frame) {
        return new PySlice(optional(slice.start(), frame), optional(slice.stop(), frame),
                optional(slice.step(), frame));
    }

    private Object optional(@Nullable Expr expr, Frame frame) {
        return expr == null ? Singleton.NONE : eval(expr, frame);
    }

    Object index(Node.Subscript subscript, Frame frame) {
        if (!subscript.tuple())
            return eval(subscript.indices().getFirst(), frame);
        return new PyTuple(items(subscript.indices(), frame));
    }

    private List<Object> items(List<Expr> exprs, Frame frame) {
        List<Object> items = new ArrayList<>();
        for (Expr expr : exprs) {
            if (expr instanceof Node.Starred starred)
                items.addAll(interpreter.items(eval(starred.of(), frame)));
            else
                items.add(eval(expr, frame));
        }
        return items;
    }

    private Object sequence(Node.Sequence sequence, Frame frame) {
        List<Object> items = items(sequence.items(), frame);
        return switch (sequence.kind()) {
            case LIST -> new PyList(items);
            case TUPLE -> new PyTuple(items);
            case SET -> {
                PySet set = new PySet();
                items.forEach(item -> set.items.add(Truth.key(item)));
                yield set;
            }
        };
    }

    private Object dict(Node.DictNode node, Frame frame) {
        PyDict dict = new PyDict();
        for (int i = 0; i < node.values().size(); i++) {
            Expr key = node.keys().get(i);
            Object value = eval(node.values().get(i), frame);
            if (key != null)
                dict.entries.put(Truth.key(eval(key, frame)), value);
            else if (value instanceof PyDict other)
                dict.entries.putAll(other.entries);
            else
                throw ScriptError.type("'" + Types.name(value) + "' object is not a mapping");
        }
        return dict;
    }

    private Object compare(Node.Compare compare, Frame frame) {
        Object left = eval(compare.operands().getFirst(), frame);
        Object answer = true;
        for (int i = 0; i < compare.operators().size(); i++) {
            if (i > 0 && !interpreter.truth(answer))
                return answer;
            Object right = eval(compare.operands().get(i + 1), frame);
            answer = Operators.compare(compare.operators().get(i), left, right, interpreter);
            left = right;
        }
        return answer;
    }

    private Object format(Node.Format format, Frame frame) {
        StringBuilder text = new StringBuilder();
        for (Object part : format.parts()) {
            if (part instanceof Node.Field field) {
                Object value = eval(field.value(), frame);
                if (field.shown() != null)
                    text.append(field.shown());
                boolean repr = field.conversion() == 'r'
                        || field.shown() != null && field.spec() == null && field.conversion() == 0;
                if (repr)
                    value = Repr.repr(value);
                else if (field.conversion() == 's')
                    value = Repr.str(value);
                String spec = field.spec() == null ? "" : (String) format(field.spec(), frame);
                text.append(FormatSpec.format(value, spec));
            } else {
                text.append(part);
            }
            if (text.length() > interpreter.limits.items())
                throw new ScriptError("MemoryError", "");
        }
        return text.toString();
    }

    private Object comprehension(Node.Comprehension node, Frame frame) {
        Frame inside = Frame.inside(frame);
        List<Object> items = new ArrayList<>();
        PyDict dict = new PyDict();
        Runnable element = () -> {
            int mark = interpreter.pinned();
            Object value = eval(node.element(), inside);
            if (node.value() != null) {
                Object of = eval(node.value(), inside);
                dict.entries.put(Truth.key(value), of);
                interpreter.unpin(mark, of);
            } else {
                items.add(value);
                interpreter.unpin(mark, value);
            }
            if (items.size() > interpreter.limits.items()) {
                throw new ScriptError("MemoryError", "a list of more than " + interpreter.limits.items() + " items");
            }
        };
        clause(node, 0, frame, inside, element);
        return switch (node.kind()) {
            case LIST -> new PyList(items);
            case DICT -> dict;
            case GENERATOR -> new PyIterator(items.iterator(), "generator");
            case SET -> {
                PySet set = new PySet();
                items.forEach(item -> set.items.add(Truth.key(item)));
                yield set;
            }
        };
    }

    private void clause(Node.Comprehension node, int number, Frame outer, Frame inside, Runnable element) {
        if (number == node.clauses().size()) {
            element.run();
            return;
        }
        Node.Clause clause = node.clauses().get(number);
        var items = Iteration.over(eval(clause.of(), number == 0 ? outer : inside), interpreter);
        while (items.hasNext()) {
            interpreter.tick();
            assign(clause.target(), items.next(), inside);
            boolean passes = true;
            for (Expr filter : clause.filters())
                passes = passes && interpreter.truth(eval(filter, inside));
            if (passes)
                clause(node, number + 1, outer, inside, element);
        }
    }

    private Object invoke(Node.Invoke invoke, Frame frame) {
        Object function = eval(invoke.function(), frame);
        List<Object> positions = new ArrayList<>();
        Map<String, Object> named = new LinkedHashMap<>();
        for (Node.Argument argument : invoke.arguments()) {
            Object value = eval(argument.value(), frame);
            if (argument.stars() == 1)
                positions.addAll(interpreter.items(value));
            else if (argument.stars() == 2)
                unpack(value, named);
            else if (argument.name() == null)
                positions.add(value);
            else if (named.put(argument.name(), value) != null) {
                throw new ScriptError("SyntaxError", "keyword argument repeated: " + argument.name());
            }
        }
        return call(function, positions, named);
    }

    private static void unpack(Object value, Map<String, Object> named) {
        if (!(value instanceof PyDict dict)) {
            throw ScriptError.type("argument after ** must be a mapping, not " + Types.name(value));
        }
        dict.entries.forEach((key, item) -> named.put(Repr.str(key), item));
    }

    Object call(Object function, List<Object> positions, Map<String, Object> named) {
        interpreter.tick();
        return switch (function) {
            case Function own -> interpreter.call(own, frame(own, positions, named));
            case Builtin builtin ->
                builtin.body().call(new Call(interpreter, builtin.name(), builtin.signature().bind(positions, named)));
            case Values.TypeValue type when type.make() != null -> Objects.requireNonNull(type.make())
                    .call(new Call(interpreter, type.name(), Constructors.bind(type, positions, named)));
            case Values.UfuncValue ufunc -> UfuncCalls.call(ufunc.ufunc(), positions, named, interpreter);
            case DirectCall direct -> direct.call(positions, named);
            case DirectCall.Applied applied -> call(positions.getFirst(), positions.subList(1, positions.size()),
                    named);
            case Values.Custom custom when custom.attribute("__call__") != null ->
                call(Objects.requireNonNull(custom.attribute("__call__")), positions, named);
            case Values.Module module -> throw ScriptError.type("'module' object is not callable");
            default -> throw ScriptError.type("'" + Types.name(function) + "' object is not callable");
        };
    }

    List<Object> defaults(Node.Definition definition, Frame frame) {
        List<Object> defaults = new ArrayList<>();
        for (Node.Parameter parameter : definition.parameters()) {
            if (parameter.otherwise() != null)
                defaults.add(eval(parameter.otherwise(), frame));
        }
        return defaults;
    }

    private Frame frame(Function function, List<Object> positions, Map<String, Object> named) {
        return Parameters.bind(function, positions, named);
    }

    void assign(Expr target, Object value, Frame frame) {
        switch (target) {
            case Node.Name name -> frame.set(name.name(), value);
            case Node.Subscript subscript ->
                Subscripting.set(eval(subscript.of(), frame), index(subscript, frame), value, interpreter);
            case Node.Attribute attribute ->
                Attributes.set(eval(attribute.of(), frame), attribute.name(), value, interpreter);
            case Node.Sequence sequence -> Unpacking.assign(sequence, value, frame, this, interpreter);
            default -> throw new ScriptError("SyntaxError", "cannot assign to expression");
        }
    }

    void augment(Node.Augment augment, Frame frame) {
        switch (augment.target()) {
            case Node.Name name -> {
                Object before = lookUp(name.name(), frame);
                frame.set(name.name(),
                        Operators.inPlace(augment.operator(), before, eval(augment.value(), frame), interpreter));
            }
            case Node.Subscript subscript -> {
                Object of = eval(subscript.of(), frame);
                Object index = index(subscript, frame);
                Object before = Subscripting.get(of, index, interpreter);
                interpreter.pin(before);
                Object after = Operators.inPlace(augment.operator(), before, eval(augment.value(), frame), interpreter);
                interpreter.pin(after);
                Subscripting.set(of, index, after, interpreter);
            }
            case Node.Attribute attribute -> {
                Object of = eval(attribute.of(), frame);
                Object before = Attributes.get(of, attribute.name(), interpreter);
                Attributes.set(of, attribute.name(),
                        Operators.inPlace(augment.operator(), before, eval(augment.value(), frame), interpreter),
                        interpreter);
            }
            default -> throw new ScriptError("SyntaxError", "illegal expression for augmented assignment");
        }
    }

    void delete(Expr target, Frame frame) {
        switch (target) {
            case Node.Name name -> {
                if (frame.names.remove(name.name()) == null)
                    throw new ScriptError("NameError", "name '" + name.name() + "' is not defined");
            }
            case Node.Subscript subscript ->
                Subscripting.delete(eval(subscript.of(), frame), index(subscript, frame), interpreter);
            default -> throw new ScriptError("SyntaxError", "cannot delete expression");
        }
    }
}
