package io.upswing.embedded.registry;

/** A version as clients name it: a number from 1 on, or the latest. */
final class VersionNumber {
    /** Stands for the latest version. */
    static final int LATEST = -1;

    private VersionNumber() {}

    /** @throws Refusal 42202 when it is neither a number from 1 on, nor -1 or {@code latest} */
    static int parse(String text) {
        if (text.equals("latest")) {
            return LATEST;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 || number == LATEST) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw Refusal.invalidVersion(text);
        }
        throw Refusal.invalidVersion(text);
    }
}
