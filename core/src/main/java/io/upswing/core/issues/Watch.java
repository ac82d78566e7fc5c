package io.upswing.core.issues;

import java.util.Optional;

/**
 * What a rule remembers of a rep from close to close, beside the issue. Immutable.
 *
 * @param ruleVersion counters of another version count for nothing
 * @param phase       for those who ask how things stand
 * @param detail      for a person, of a phase that needs one
 * @param inBreach    closes in a row in breach, at most as many as the rule asks for
 * @param clear       closes in a row that were clear, likewise
 * @param since       the first day of those in breach; 0 where there are none
 * @param armed       whether it may raise: not after a dismissal until it was clear
 * @param latest      the last reading while something is pending or open
 */
public record Watch(
        int ruleVersion,
        Phase phase,
        String detail,
        int inBreach,
        int clear,
        int since,
        boolean armed,
        Optional<Evidence> latest) {
    /** Nothing seen yet. */
    public static final Watch NEW = new Watch(0, Phase.QUIET, "", 0, 0, 0, true, Optional.empty());

    /** How things stand under a rule. */
    public enum Phase {
        /** All right. */
        QUIET("quiet"),
        /** In breach, but not for long enough. */
        PENDING("pending"),
        /** There is an open issue. */
        OPEN("open"),
        /** The rule is for others. */
        NOT_MEANT("not-meant"),
        RAMP("ramp"),
        LEAVE("leave"),
        NOT_NOW("not-now"),
        NOT_ENOUGH_DATA("not-enough-data");

        private final String id;

        Phase(String id) {
            this.id = id;
        }

        /** As in topics and REST. */
        public String id() {
            return id;
        }

        static Phase of(Reading.Why why) {
            return switch (why) {
                case NOT_MEANT -> NOT_MEANT;
                case RAMP -> RAMP;
                case LEAVE -> LEAVE;
                case NOT_NOW -> NOT_NOW;
                case NOT_ENOUGH_DATA -> NOT_ENOUGH_DATA;
            };
        }
    }

    /** Under another version of the rule it begins anew. */
    Watch under(Rule rule) {
        return ruleVersion == rule.version() ? this : new Watch(rule.version(), phase, detail, 0, 0, 0, armed, latest);
    }

    Watch silent(Reading.Silent reading) {
        boolean stands = reading.why().letsCountsStand();
        return new Watch(
                ruleVersion,
                Phase.of(reading.why()),
                reading.detail(),
                stands ? inBreach : 0,
                stands ? clear : 0,
                stands ? since : 0,
                armed,
                Optional.empty());
    }

    Watch measured(Reading.Measured reading, int day, Rule.Hold hold) {
        boolean breach = reading.verdict() == Reading.Verdict.BREACH;
        int breaches = breach ? Math.min(inBreach + 1, hold.raise()) : 0;
        int clears = reading.verdict() == Reading.Verdict.CLEAR ? Math.min(clear + 1, hold.clear()) : 0;
        int from = breach ? (inBreach > 0 ? since : day) : 0;
        return new Watch(
                ruleVersion,
                breach ? Phase.PENDING : Phase.QUIET,
                "",
                breaches,
                clears,
                from,
                armed || clears >= hold.clear(),
                breach ? Optional.of(reading.evidence()) : Optional.empty());
    }

    Watch open(Optional<Evidence> seen) {
        Phase shown = phase == Phase.QUIET || phase == Phase.PENDING ? Phase.OPEN : phase;
        return new Watch(ruleVersion, shown, detail, inBreach, clear, since, true, seen);
    }

    Watch ended(boolean mayRaise) {
        return new Watch(ruleVersion, Phase.QUIET, "", 0, 0, 0, mayRaise, Optional.empty());
    }
}
