package org.stridescope.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

import org.stridescope.script.Values.PyTuple;

/** The elements of a comprehension or generator expression, found one by one; those of a dict are pairs. */
final class Elements extends Lookahead {
    private final Node.Comprehension node;
    private final Frame inside;
    /** By clause: what it goes over, and how far it is. */
    private final List<Object> sources = new ArrayList<>();
    private final List<Iterator<Object>> iterators = new ArrayList<>();
    private boolean ended;

    /** The first clause's iterable is evaluated now, as Python does. */
    Elements(Node.Comprehension node, Frame outer, Interpreter in) {
        super(in);
        this.node = node;
        inside = Frame.inside(node.scope(), outer);
        open(node.clauses().getFirst(), outer);
    }

    private void open(Node.Clause clause, Frame frame) {
        Object source = in.evaluator.eval(clause.of(), frame);
        sources.add(source);
        iterators.add(Iteration.over(source, in));
    }

    /** Besides the frame, which holds the loop variables. */
    Collection<Object> holds() {
        List<Object> held = new ArrayList<>(sources);
        held.add(inside);
        if (next != null)
            held.add(next);
        return held;
    }

    @Override
    boolean isOver() {
        return ended;
    }

    @Override
    void fetch() {
        in.enter();
        boolean called = in.roots.enterScript(inside);
        int mark = in.roots.mark();
        try {
            if (advance(mark)) {
                next = element();
                in.roots.release(mark, next);
            } else {
                ended = true;
            }
        } catch (ScriptError e) {
            ended = true;
            throw e;
        } finally {
            in.roots.leaveScript(called);
            in.roots.cut(mark);
        }
    }

    private Object element() {
        Object element = in.evaluator.eval(node.element(), inside);
        return node.value() == null ? element : PyTuple.of(element, in.evaluator.eval(node.value(), inside));
    }

    /** To the next turn that all filters let pass; false at the end. */
    private boolean advance(int mark) {
        while (!iterators.isEmpty()) {
            in.tick();
            in.roots.release(mark, null);
            int level = iterators.size() - 1;
            Iterator<Object> items = iterators.getLast();
            if (!items.hasNext()) {
                iterators.removeLast();
                sources.removeLast();
                continue;
            }
            Node.Clause clause = node.clauses().get(level);
            in.evaluator.targets.assign(clause.target(), items.next(), inside);
            if (!passes(clause))
                continue;
            if (level == node.clauses().size() - 1)
                return true;
            open(node.clauses().get(level + 1), inside);
        }
        return false;
    }

    private boolean passes(Node.Clause clause) {
        for (Node.Expr filter : clause.filters())
            if (!in.truth(in.evaluator.eval(filter, inside)))
                return false;
        return true;
    }
}
