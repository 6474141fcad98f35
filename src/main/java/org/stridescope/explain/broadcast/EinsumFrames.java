package org.stridescope.explain.broadcast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stridescope.array.ArrayError;
import org.stridescope.array.Shapes;
import org.stridescope.einsum.Subscripts;

/**
 * An einsum as the loops it stands for: the letters of the output are the outer loops, the letters that are summed the inner
 * ones. Every step multiplies one item of each operand and adds the product to one item of the output.
 */
public final class EinsumFrames {
    private static final char HIDDEN = '\u03b1';

    private final List<String> inputs;
    private final String output;
    private final List<Operand> operands;
    /** Letter to length: first the output's, in its order, then the summed ones in order of appearance. */
    private final Map<Character, Long> loops;

    private EinsumFrames(List<String> inputs, String output, List<Operand> operands, Map<Character, Long> loops) {
        this.inputs = List.copyOf(inputs);
        this.output = output;
        this.operands = List.copyOf(operands);
        this.loops = loops;
    }

    /** The loops of these subscripts over their operands; axes under an ellipsis are named by Greek letters. */
    public static EinsumFrames of(Subscripts subscripts, List<Operand> operands) {
        Map<Character, Long> loops = new LinkedHashMap<>();
        for (char label : subscripts.labels().toCharArray()) {
            Long length = subscripts.lengths().get(label);
            loops.put(letter(label), length == null ? 1 : length);
        }
        return new EinsumFrames(subscripts.operands().stream().map(EinsumFrames::letters).toList(),
                letters(subscripts.output()), operands, loops);
    }

    private static String letters(String labels) {
        StringBuilder letters = new StringBuilder();
        labels.chars().forEach(label -> letters.append(letter((char) label)));
        return letters.toString();
    }

    /** {@link Subscripts} numbers the axes under an ellipsis from the last: digits would read as lengths. */
    private static char letter(char label) {
        return Character.isDigit(label) ? (char) (HIDDEN + label - '0') : label;
    }

    /** Letters of the axes that an ellipsis stands for. */
    public List<Character> hidden() {
        return letters().stream().filter(letter -> letter >= HIDDEN).toList();
    }

    public List<Operand> operands() {
        return operands;
    }

    public List<String> inputs() {
        return inputs;
    }

    public String output() {
        return output;
    }

    /** All loops, outermost first: the output's letters, then the summed ones. */
    public List<Character> letters() {
        return List.copyOf(loops.keySet());
    }

    public boolean isSummed(char letter) {
        return output.indexOf(letter) < 0;
    }

    /** Times round the loop of this letter. */
    public long length(char letter) {
        Long length = loops.get(letter);
        if (length == null)
            throw new ArrayError("einsum: no letter '" + letter + "'");
        return length;
    }

    public long[] outputShape() {
        return output.chars().mapToLong(c -> length((char) c)).toArray();
    }

    /** Multiply-and-add steps in all: the product of every loop. */
    public long size() {
        return Shapes.bytes(1, loops.values().stream().mapToLong(Long::longValue).toArray());
    }

    /** Products added into each output item. */
    public long summedSteps() {
        long steps = 1;
        for (char letter : letters())
            steps *= isSummed(letter) ? length(letter) : 1;
        return steps;
    }

    /**
     * One step: which items are multiplied, and which output item takes their product.
     *
     * @param loop value of each letter, in the order of {@link #letters()}
     * @param first whether the output item is still empty before this step
     */
    public record Step(List<Long> loop, List<List<Long>> items, List<Long> into, boolean first) {}

    public Step step(long number) {
        List<Character> letters = letters();
        long[] loop = new long[letters.size()];
        long rest = number;
        for (int i = loop.length - 1; i >= 0; i--) {
            loop[i] = rest % length(letters.get(i));
            rest /= length(letters.get(i));
        }
        Map<Character, Long> at = new LinkedHashMap<>();
        for (int i = 0; i < loop.length; i++)
            at.put(letters.get(i), loop[i]);
        List<List<Long>> items = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++)
            items.add(item(i, at));
        return new Step(List.copyOf(at.values()), List.copyOf(items), indices(output, at),
                number % summedSteps() == 0);
    }

    private List<Long> item(int operand, Map<Character, Long> at) {
        List<Long> index = new ArrayList<>(indices(inputs.get(operand), at));
        for (int axis = 0; axis < index.size(); axis++) {
            if (operands.get(operand).length(axis) == 1)
                index.set(axis, 0L);
        }
        return List.copyOf(index);
    }

    private static List<Long> indices(String letters, Map<Character, Long> at) {
        return letters.chars().mapToObj(c -> at.getOrDefault((char) c, 0L)).toList();
    }

    /** The loops as lines of code, indented, outermost first, the multiply-and-add last. */
    public List<String> code(String outputName) {
        List<String> lines = new ArrayList<>();
        String indent = "";
        for (char letter : letters()) {
            lines.add(indent + "for " + letter + " in range(" + length(letter) + "):");
            indent += "    ";
        }
        List<String> factors = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++)
            factors.add(subscript(operands.get(i).name(), inputs.get(i)));
        lines.add(indent + subscript(outputName, output) + " += " + String.join(" * ", factors));
        return lines;
    }

    private static String subscript(String name, String letters) {
        if (letters.isEmpty())
            return name;
        return name + "[" + String.join(", ", letters.split("")) + "]";
    }
}
