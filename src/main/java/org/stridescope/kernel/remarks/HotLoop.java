package org.stridescope.kernel.remarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the innermost loop with the most floating point arithmetic in what {@code objdump -d} prints of x86-64 code. */
final class HotLoop {
    private static final Pattern FUNCTION = Pattern.compile("^[0-9a-f]+ <([^>]+)>:$");
    private static final Pattern INSTRUCTION = Pattern.compile("^ *([0-9a-f]+):\\s+(.*)$");
    private static final Pattern JUMP = Pattern.compile("^j\\w+\\s+([0-9a-f]+)\\b.*");
    private static final Pattern PACKED = Pattern
            .compile("^v?(add|sub|mul|div|max|min|sqrt|fn?m(add|sub)(132|213|231))p[ds]\\b.*");
    private static final Pattern SCALAR = Pattern
            .compile("^v?(add|sub|mul|div|max|min|sqrt|fn?m(add|sub)(132|213|231))s[ds]\\b.*");

    private record Line(long address, String text) {}

    private HotLoop() {}

    /**
     * @param function a part of the symbol's name; among several, the loop with the most arithmetic is taken
     * @return empty loop where there is none
     */
    static Assembly find(List<String> disassembly, Pattern function) {
        Assembly best = Assembly.missing("no loop with arithmetic was found in " + function, "");
        String name = "";
        List<Line> body = new ArrayList<>();
        List<String> ended = new ArrayList<>(disassembly);
        ended.add("0 <end>:");
        for (String line : ended) {
            Matcher start = FUNCTION.matcher(line);
            Matcher instruction = INSTRUCTION.matcher(line);
            if (start.matches()) {
                if (function.matcher(name).find())
                    best = better(best, hottest(name, body));
                name = start.group(1);
                body = new ArrayList<>();
            } else if (instruction.matches())
                body.add(new Line(Long.parseUnsignedLong(instruction.group(1), 16), instruction.group(2).strip()));
        }
        return best;
    }

    private static Assembly better(Assembly one, Assembly other) {
        return weight(other) > weight(one) ? other : one;
    }

    private static int weight(Assembly loop) {
        return 4 * loop.vectorInstructions() + loop.scalarInstructions();
    }

    private static Assembly hottest(String name, List<Line> body) {
        Map<Long, Integer> places = new HashMap<>();
        for (int i = 0; i < body.size(); i++)
            places.put(body.get(i).address(), i);
        Assembly best = Assembly.missing("", "");
        for (int end = 0; end < body.size(); end++) {
            Matcher jump = JUMP.matcher(body.get(end).text());
            Integer start = jump.matches() ? places.get(Long.parseUnsignedLong(jump.group(1), 16)) : null;
            if (start == null || start > end)
                continue;
            List<String> loop = body.subList(start, end + 1).stream().map(Line::text).toList();
            boolean innermost = loop.subList(0, loop.size() - 1).stream().noneMatch(l -> JUMP.matcher(l).matches());
            if (innermost)
                best = better(best, describe(name, loop));
        }
        return best;
    }

    private static Assembly describe(String name, List<String> loop) {
        int vector = (int) loop.stream().filter(l -> PACKED.matcher(l).matches()).count();
        int scalar = (int) loop.stream().filter(l -> SCALAR.matcher(l).matches()).count();
        String all = String.join(" ", loop);
        String registers = all.contains("%zmm")
                ? "zmm"
                : all.contains("%ymm") ? "ymm" : all.contains("%xmm") ? "xmm" : "";
        return new Assembly(name, loop, vector, scalar, registers, org.stridescope.kernel.Availability.AVAILABLE);
    }
}
