package org.stridescope.kernel.remarks;

import java.util.List;

import org.stridescope.kernel.Availability;

/**
 * The instructions of a kernel's hottest loop, or why they can't be shown.
 *
 * @param function the symbol they stand in
 * @param loop the instructions of the innermost loop with the most arithmetic, as the disassembler writes them
 * @param vectorInstructions how many of them compute with whole vectors; {@code scalarInstructions} with single numbers
 * @param registers the widest in use: xmm (16 bytes), ymm (32), zmm (64), or none
 */
public record Assembly(String function, List<String> loop, int vectorInstructions, int scalarInstructions,
        String registers, Availability availability) {
    static Assembly missing(String reason, String mend) {
        return new Assembly("", List.of(), 0, 0, "", new Availability.Missing(reason, mend));
    }
}
