package org.stridescope.ui.model;

import java.util.List;

/** What is true right now, for the status line: short facts for its left and its right end. */
public record StatusFacts(List<String> left, List<String> right) {
    public StatusFacts {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }
}
