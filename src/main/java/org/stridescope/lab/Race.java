package org.stridescope.lab;

import java.util.concurrent.CompletionStage;

import org.stridescope.probe.SamplingCost;
import org.stridescope.trace.Recording;

/** A race under way, in threads of its own. */
public interface Race {
    /** What has been seen until now; cheap enough to be asked for thirty times a second. */
    Recording snapshot();

    /** Asks the running variant to stop at its next tile and leaves the waiting ones out. */
    void cancel();

    /** What watching the race costs, for a status line. */
    default SamplingCost samplingCost() {
        return SamplingCost.NONE;
    }

    /** The finished recording; fails with {@link LabError} where the race could not be run to an end. */
    CompletionStage<RaceResult> result();
}
