package io.upswing.app.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what someone may have meant. */
final class Nearest {
    private Nearest() {}

    /** The candidate that takes the fewest letters changed, left out or put in; empty if none is near. */
    static Optional<String> to(String text, Collection<String> candidates) {
        return within(Math.max(2, text.length() / 3), text, candidates);
    }

    /** As {@link #to}, at most so many letters away. */
    static Optional<String> within(int most, String text, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - text.length()) <= most)
                .filter(candidate -> distance(text, candidate) <= most)
                .min(Comparator.<String>comparingInt(candidate -> distance(text, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
