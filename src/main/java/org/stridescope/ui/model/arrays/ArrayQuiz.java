package org.stridescope.ui.model.arrays;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stridescope.explain.layout.Variable;
import org.stridescope.explain.predict.ArrayQuestions;
import org.stridescope.explain.predict.Question;

/** Picks questions about the variable on show, named by the expression that made it where the script says so. */
public final class ArrayQuiz {
    private static final int ASKED = 3;

    private final Random random;

    public ArrayQuiz(Random random) {
        this.random = random;
    }

    /** A few questions; variables assigned before it are what it may be a view of. */
    public List<Question> about(Variable variable, List<Variable> all, String script) {
        ArrayQuestions questions = new ArrayQuestions(random);
        List<Variable> before = new ArrayList<>();
        for (Variable other : all) {
            if (other == variable)
                break;
            if (other.array() != variable.array())
                before.add(other);
        }
        String expression = expression(variable.name(), script);
        List<Question> pool = new ArrayList<>(before.isEmpty()
                ? List.of()
                : questions.about(expression, variable.array(), before));
        for (Question own : questions.about(variable)) {
            if (pool.stream().noneMatch(q -> q.topic() == own.topic()))
                pool.add(own);
        }
        Collections.shuffle(pool, random);
        return List.copyOf(pool.subList(0, Math.min(ASKED, pool.size())));
    }

    /** The right side of the last plain assignment to the name, or the name itself. */
    static String expression(String name, String script) {
        Matcher assigned = Pattern.compile("(?m)^\\s*" + Pattern.quote(name) + "\\s*=(?!=)\\s*([^#\\n]+)")
                .matcher(script);
        String found = name;
        while (assigned.find())
            found = name + " = " + assigned.group(1).strip();
        return found;
    }
}
