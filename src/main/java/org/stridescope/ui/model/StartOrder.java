package org.stridescope.ui.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The variants of a race in the order they run: says of one that has not begun why there is nothing to see yet.
 *
 * @param running whether the race still goes on and has not been asked to stop
 */
public record StartOrder(List<String> variants, boolean running) {
    public StartOrder {
        variants = List.copyOf(variants);
    }

    /** State of a variant that has no run in this moment: warming up when it is its turn. */
    public RunState before(String variant, @Nullable RaceMoment moment) {
        if (!running)
            return RunState.NOT_RUN;
        int begun = moment == null ? 0 : moment.recording().runs().size();
        boolean isFree = begun == 0 || moment == null || moment.recording().runs().getLast().outcome() != null;
        return isFree && variants.indexOf(variant) == begun ? RunState.WARMING_UP : RunState.WAITING;
    }
}
