package org.stridescope.probe;

import java.util.Locale;

/**
 * What watching costs, measured on the spot.
 *
 * @param hertz samples taken a second since the sampler started
 * @param share CPU time spent on sampling as a share of one core
 */
public record SamplingCost(double hertz, double share) {
    public static final SamplingCost NONE = new SamplingCost(0, 0);

    /** For a status line: {@code recording 50 Hz, cost 0.3 %}. */
    public String sentence() {
        return String.format(Locale.ROOT, "recording %.0f Hz, cost %.1f %%", hertz, 100 * share);
    }
}
