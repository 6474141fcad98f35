package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.script.Node.Expr;
import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PySet;
import org.stridescope.script.Values.PySlice;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;

/** Values of expressions. Each is pinned until the statement is done, as other parts of the expression may free arrays. */
final class Evaluator {
    private final Interpreter in;
    final Calls calls;
    final Targets targets;

    Evaluator(Interpreter in) {
        this.in = in;
        calls = new Calls(in);
        targets = new Targets(in, this);
    }

    Object eval(Expr expr, Frame frame) {
        try {
            Object value = value(expr, frame);
            in.roots.pin(value);
            return value;
        } catch (ArrayError e) {
            throw ScriptError.of(e).at(expr.place());
        } catch (ScriptError e) {
            throw e.at(expr.place());
        } catch (StackOverflowError e) {
            throw new ScriptError("RecursionError", "maximum recursion depth exceeded").at(expr.place());
        }
    }

    private Object value(Expr expr, Frame frame) {
        return switch (expr) {
            case Node.Name name -> lookUp(name, frame);
            case Node.Literal literal -> literal.value();
            case Node.Binary binary -> binary(binary, frame);
            case Node.Compare compare -> compare(compare, frame);
            case Node.Subscript subscript ->
                Subscripting.get(eval(subscript.of(), frame), index(subscript, frame), in);
            case Node.Invoke invoke -> calls.invoke(invoke, frame);
            case Node.Attribute attribute -> Attributes.get(eval(attribute.of(), frame), attribute.name(), in);
            case Node.Unary unary -> Operators.unary(unary.operator(), eval(unary.operand(), frame), in);
            case Node.Sequence sequence -> sequence(sequence, frame);
            case Node.SliceNode slice -> slice(slice, frame);
            case Node.Format format -> format(format, frame);
            case Node.Logical logical -> {
                Object left = eval(logical.left(), frame);
                yield in.truth(left) == logical.and() ? eval(logical.right(), frame) : left;
            }
            case Node.Not not -> !in.truth(eval(not.operand(), frame));
            case Node.Conditional conditional -> eval(in.truth(eval(conditional.condition(), frame))
                    ? conditional.then()
                    : conditional.otherwise(), frame);
            case Node.Lambda lambda -> new Function(lambda.definition(), defaults(lambda.definition(), frame), frame);
            case Node.Walrus walrus -> {
                Object value = eval(walrus.value(), frame);
                frame.setOutside(walrus.name(), value);
                yield value;
            }
            case Node.DictNode dict -> dict(dict, frame);
            case Node.Comprehension comprehension -> comprehension(comprehension, frame);
            case Node.Starred starred -> throw new ScriptError("SyntaxError", "can't use starred expression here");
            case Node.Yield yielded -> throw new ScriptError("SyntaxError", "'yield' outside function");
        };
    }

    Object lookUp(Node.Name name, Frame frame) {
        Object value = frame.find(name);
        if (value == null)
            value = in.library.builtin(name.name());
        if (value == null)
            throw new ScriptError("NameError", "name '" + name.name() + "' is not defined");
        return value;
    }

    private Object binary(Node.Binary binary, Frame frame) {
        Object left = eval(binary.left(), frame);
        Object right = eval(binary.right(), frame);
        Object quick = QuickNumbers.binary(binary.operator(), left, right);
        return quick != null ? quick : Operators.binary(binary.operator(), left, right, in);
    }

    private Object compare(Node.Compare compare, Frame frame) {
        List<Expr> operands = compare.operands();
        Object left = eval(operands.getFirst(), frame);
        Object answer = true;
        for (int i = 0; i < compare.operators().size(); i++) {
            if (i > 0 && !in.truth(answer))
                return answer;
            Object right = eval(operands.get(i + 1), frame);
            String operator = compare.operators().get(i);
            Object quick = QuickNumbers.compare(operator, left, right);
            answer = quick != null ? quick : Operators.compare(operator, left, right, in);
            left = right;
        }
        return answer;
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
        List<Object> items = new ArrayList<>(exprs.size());
        for (Expr expr : exprs) {
            if (expr instanceof Node.Starred starred)
                items.addAll(in.items(eval(starred.of(), frame)));
            else
                items.add(eval(expr, frame));
            in.grows(items.size());
        }
        return items;
    }

    private Object sequence(Node.Sequence sequence, Frame frame) {
        List<Object> items = items(sequence.items(), frame);
        return switch (sequence.kind()) {
            case LIST -> new PyList(items);
            case TUPLE -> new PyTuple(items);
            case SET -> PySet.of(items);
        };
    }

    private Object dict(Node.DictNode node, Frame frame) {
        PyDict dict = new PyDict();
        for (int i = 0; i < node.values().size(); i++) {
            Expr key = node.keys().get(i);
            if (key != null) {
                Object named = eval(key, frame);
                dict.entries.put(Truth.key(named), eval(node.values().get(i), frame));
            } else if (eval(node.values().get(i), frame) instanceof PyDict other) {
                dict.entries.putAll(other.entries);
            } else {
                throw ScriptError.type("the value after ** is not a mapping");
            }
        }
        return dict;
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
            in.room(text.length());
        }
        return text.toString();
    }

    private Object comprehension(Node.Comprehension node, Frame frame) {
        Elements elements = new Elements(node, frame, in);
        Values.PyIterator values = new Values.PyIterator(elements, "generator", elements::holds);
        if (node.kind() == Node.Comprehension.Kind.GENERATOR)
            return values;
        in.roots.pin(values);
        return switch (node.kind()) {
            case LIST, GENERATOR -> new PyList(in.items(values));
            case SET -> {
                PySet set = new PySet();
                int mark = in.roots.mark();
                while (elements.hasNext()) {
                    set.items.add(Truth.key(elements.next()));
                    in.grows(set.items.size());
                    in.roots.cut(mark);
                }
                yield set;
            }
            case DICT -> {
                PyDict dict = new PyDict();
                in.roots.pin(dict);
                int mark = in.roots.mark();
                while (elements.hasNext()) {
                    List<Object> pair = ((PyTuple) elements.next()).items();
                    dict.entries.put(Truth.key(pair.getFirst()), pair.getLast());
                    in.grows(dict.entries.size());
                    in.roots.cut(mark);
                }
                yield dict;
            }
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
}
