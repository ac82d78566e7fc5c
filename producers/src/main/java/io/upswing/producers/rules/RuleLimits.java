package io.upswing.producers.rules;

import java.util.regex.Pattern;

/** What every rule must keep to, wherever it comes from. */
final class RuleLimits {
    static final int TITLE = 100;
    static final int BECAUSE = 2_000;
    static final int ID = 64;
    static final int RAMP_DAYS = 730;
    static final int HOLD_DAYS = 365;
    static final int ESCALATE_DAYS = 3_650;
    static final int NAMES = 1_000;
    static final int SAMPLE = 1_000_000;

    static final String RIGHT_ID =
            "an id in lower case with dashes, such as pipeline-thin, of at most " + ID + " letters";

    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private RuleLimits() {}

    static boolean isId(String id) {
        return id.length() <= ID && KEBAB.matcher(id).matches();
    }
}
