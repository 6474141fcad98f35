package org.stridescope.ui.model.arrays;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.stridescope.script.Library;

/** Names that may stand at the caret: of NumPy after {@code np.}, of arrays after a name and a dot, else of the script. */
final class Completions {
    private static final Pattern AT_CARET = Pattern.compile("(?:([\\w.]+)\\.)?(\\w*)$");
    private static final List<String> KEYWORDS = List.of("assert", "def", "elif", "else", "for", "if", "import", "in",
            "lambda", "np", "return", "while");
    private static final List<String> ATTRIBUTES = List.of("T", "all", "any", "argmax", "argmin", "argsort", "astype",
            "base",
            "clip", "copy", "cumsum", "diagonal", "dot", "dtype", "fill", "flags", "flatten", "item", "itemsize", "max",
            "mean", "min", "nbytes", "ndim", "prod", "ravel", "repeat", "reshape", "round", "shape", "size", "sort",
            "squeeze", "std", "strides", "sum", "swapaxes", "take", "tolist", "trace", "transpose", "var", "view");
    private static final Map<String, String> MODULES = Map.of("np", "numpy", "numpy", "numpy", "np.random",
            "numpy.random",
            "np.linalg", "numpy.linalg", "math", "math", "time", "time");

    private Completions() {}

    static List<String> of(String before, ScriptRun last) {
        Matcher caret = AT_CARET.matcher(before);
        if (!caret.find())
            return List.of();
        String owner = caret.group(1);
        String start = caret.group(2);
        Stream<String> names;
        if (owner == null)
            names = Stream.concat(last.variables().stream().map(v -> v.name()),
                    Stream.concat(KEYWORDS.stream(), builtins()));
        else if (MODULES.containsKey(owner))
            names = new Library(Map.of()).namesIn(MODULES.get(owner)).stream();
        else
            names = last.variable(owner).isPresent() || owner.endsWith("T") ? ATTRIBUTES.stream() : Stream.empty();
        return names.filter(name -> name.startsWith(start) && !name.equals(start) && !name.startsWith("_")).distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> builtins() {
        return new Library(Map.of()).builtinNames().stream();
    }
}
