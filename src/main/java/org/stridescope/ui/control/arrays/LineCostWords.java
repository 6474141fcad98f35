package org.stridescope.ui.control.arrays;

import org.stridescope.explain.layout.Quantity;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.arrays.LineCost;

/** A line's cost in full, as the line and memory profilers of the course would list it. */
final class LineCostWords {
    private LineCostWords() {}

    static String of(LineCost cost) {
        return "line " + cost.line() + ": " + Quantity.of(cost.hits(), "hit") + ", "
                + Figures.duration(cost.nanos() / 1e9)
                + "\nallocated " + Quantity.bytes(cost.allocated()) + ", freed " + Quantity.bytes(cost.freed())
                + (cost.copies() == 0
                        ? "\nno array copied"
                        : "\n" + Quantity.count(cost.copies()) + (cost.copies() == 1 ? " array" : " arrays")
                                + " copied");
    }
}
