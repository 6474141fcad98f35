package org.stridescope.script;

import org.stridescope.script.Node.Expr;

/** What is bound, changed or deleted: names, items and attributes. */
final class Targets {
    private final Interpreter in;
    private final Evaluator evaluator;

    Targets(Interpreter in, Evaluator evaluator) {
        this.in = in;
        this.evaluator = evaluator;
    }

    void assign(Expr target, Object value, Frame frame) {
        switch (target) {
            case Node.Name name -> frame.set(name, value);
            case Node.Subscript subscript ->
                Subscripting.set(evaluator.eval(subscript.of(), frame), evaluator.index(subscript, frame), value, in);
            case Node.Attribute attribute ->
                Attributes.set(evaluator.eval(attribute.of(), frame), attribute.name(), value, in);
            case Node.Sequence sequence -> Unpacking.assign(sequence, value, frame, this, in);
            default -> throw new ScriptError("SyntaxError", "cannot assign to expression");
        }
    }

    void augment(Node.Augment augment, Frame frame) {
        switch (augment.target()) {
            case Node.Name name -> {
                Object before = evaluator.lookUp(name, frame);
                in.roots.pin(before);
                frame.set(name, changed(augment, before, frame));
            }
            case Node.Subscript subscript -> {
                Object of = evaluator.eval(subscript.of(), frame);
                Object index = evaluator.index(subscript, frame);
                Object before = Subscripting.get(of, index, in);
                in.roots.pin(before);
                Object after = changed(augment, before, frame);
                in.roots.pin(after);
                Subscripting.set(of, index, after, in);
            }
            case Node.Attribute attribute -> {
                Object of = evaluator.eval(attribute.of(), frame);
                Object before = Attributes.get(of, attribute.name(), in);
                in.roots.pin(before);
                Attributes.set(of, attribute.name(), changed(augment, before, frame), in);
            }
            default -> throw new ScriptError("SyntaxError", "illegal expression for augmented assignment");
        }
    }

    private Object changed(Node.Augment augment, Object before, Frame frame) {
        Object by = evaluator.eval(augment.value(), frame);
        Object quick = QuickNumbers.binary(augment.operator(), before, by);
        return quick != null ? quick : Operators.inPlace(augment.operator(), before, by, in);
    }

    void delete(Expr target, Frame frame) {
        switch (target) {
            case Node.Name name -> frame.delete(name.name());
            case Node.Subscript subscript -> Subscripting.delete(evaluator.eval(subscript.of(), frame),
                    evaluator.index(subscript, frame), in);
            case Node.Sequence sequence -> sequence.items().forEach(item -> delete(item, frame));
            default -> throw new ScriptError("SyntaxError", "cannot delete expression");
        }
    }
}
