package org.stridescope.ui.model.arrays;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Shapes;
import org.stridescope.explain.layout.Variable;

/** Operands as they are typed: a shape, filled with 0, 1, 2 ...; or an expression over the script of the array bench. */
public final class OperandReader {
    /** Typed shapes beyond this are refused: every item is held. */
    static final long MOST_ITEMS = 4_000_000;
    private static final Pattern SHAPE = Pattern.compile("[\\s(\\[]*((?:\\d+[\\s,x\u00d7]*)*)[\\s)\\]]*");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final ScriptEngine engine;

    public OperandReader(ScriptEngine engine) {
        this.engine = engine;
    }

    /** The operand; an error in plain words where it cannot be read. */
    public NDArray read(String typed, String script) {
        Matcher shape = SHAPE.matcher(typed.strip());
        if (shape.matches())
            return ramp(lengths(shape.group(1)));
        ScriptRun run = engine.run(script.stripTrailing() + "\noperand_ = " + typed.strip());
        if (run.fault().isPresent()) {
            throw new ArrayError("'" + typed.strip() + "' is no shape such as (10, 1, 3), and as an expression: "
                    + run.fault().get().text());
        }
        Optional<Variable> made = run.variable("operand_");
        return made.map(Variable::array).orElseThrow(() -> new ArrayError("'" + typed.strip() + "' is no array"));
    }

    private static long[] lengths(String text) {
        try {
            return NUMBER.matcher(text).results().mapToLong(m -> Long.parseLong(m.group())).toArray();
        } catch (NumberFormatException e) {
            throw new ArrayError("a length in '" + text + "' is too large");
        }
    }

    private static NDArray ramp(long... shape) {
        long items = Shapes.bytes(1, shape);
        if (items > MOST_ITEMS) {
            throw new ArrayError(
                    "a typed shape may have up to " + MOST_ITEMS + " items, " + Shapes.text(shape) + " has " + items);
        }
        NDArray flat = NDArray.zeros(ArrayMemory.collected(), DType.FLOAT64, items);
        for (long i = 0; i < items; i++)
            flat.setDouble(i, i);
        return flat.view(Layout.cOrder(8, shape));
    }
}
