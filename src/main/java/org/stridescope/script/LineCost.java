package org.stridescope.script;

/**
 * What a line of a script cost, all its runs together.
 *
 * @param line      counted from 1
 * @param hits      how often it ran
 * @param nanos     time, calls included
 * @param allocated bytes of arrays it made, calls included
 * @param freed     bytes of arrays that nothing held any more after it
 * @param copies    copies of arrays it made
 */
public record LineCost(int line, long hits, long nanos, long allocated, long freed, long copies) {
    LineCost plus(long moreNanos, long moreAllocated, long moreFreed, long moreCopies) {
        return new LineCost(line, hits + 1, nanos + moreNanos, allocated + moreAllocated, freed + moreFreed,
                copies + moreCopies);
    }
}
