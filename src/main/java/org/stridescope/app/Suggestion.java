package org.stridescope.app;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

/** The name that was probably meant. */
final class Suggestion {
    private Suggestion() {}

    /** The candidate with the fewest edits from {@code given}; null where all differ in more than a third of their letters. */
    static @Nullable String nearest(String given, Collection<String> candidates) {
        String best = null;
        int fewest = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int edits = candidate.startsWith(given) ? 0 : edits(given, candidate);
            if (edits < fewest && 3 * edits <= Math.max(3, candidate.length() + 2)) {
                best = candidate;
                fewest = edits;
            }
        }
        return best;
    }

    /** Levenshtein's distance. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++)
            row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
