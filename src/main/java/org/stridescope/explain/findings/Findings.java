package org.stridescope.explain.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.stridescope.trace.Recording;

/** All that there is to say about a recording, what matters most first. */
public final class Findings {
    private static final List<Rule> RULES = List.of(ThreadRules::tooSmall, ThreadRules::oneThreadWorks,
            ThreadRules::idle, ThreadRules::oversubscribed, ThreadRules::lock, MemoryRules::temporary,
            MemoryRules::allocation, MemoryRules::pauses, MemoryRules::memoryBound);

    private Findings() {}

    public static List<Finding> of(Recording recording) {
        List<Finding> found = new ArrayList<>();
        for (Stretch stretch : Stretch.of(recording)) {
            for (Rule rule : RULES)
                rule.look(stretch).ifPresent(found::add);
        }
        found.sort(Comparator.comparingDouble(Finding::weight).reversed().thenComparingLong(Finding::from));
        return List.copyOf(found);
    }
}
