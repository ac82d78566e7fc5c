package io.upswing.core.issues;

import io.upswing.core.evaluation.Assignment;
import io.upswing.core.evaluation.Evaluation;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * To whom a rule applies.
 *
 * @param teams     empty: all, those of no team too
 * @param regions   likewise
 * @param roles     likewise
 * @param rampDays  how long after being hired a rep is left in peace
 * @param condition an expression over the rep, see {@link Condition}; empty: no further condition
 */
public record Scope(
        Set<String> teams, Set<String> regions, Set<String> roles, int rampDays, Optional<Condition> condition) {
    /** Everyone who is past ramp. */
    public static Scope everyone(int rampDays) {
        return new Scope(Set.of(), Set.of(), Set.of(), rampDays, Optional.empty());
    }

    public Scope {
        teams = Set.copyOf(teams);
        regions = Set.copyOf(regions);
        roles = Set.copyOf(roles);
    }

    /**
     * A condition that narrows a rule.
     *
     * @param source as written
     * @param test   what it comes to
     */
    public record Condition(String source, Test test) {
        /** Whether a rep is meant. Pure, typed and bounded in cost. */
        @FunctionalInterface
        public interface Test {
            boolean applies(Subject subject);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Condition condition && source.equals(condition.source);
        }

        @Override
        public int hashCode() {
            return source.hashCode();
        }
    }

    /**
     * What a condition may ask about.
     *
     * @param tenureDays days since the rep was hired; empty where that is not known
     */
    public record Subject(
            String rep,
            Optional<String> team,
            Optional<String> region,
            Optional<String> role,
            OptionalInt tenureDays) {}

    /** Why a rule says nothing of a rep on a day, if so. */
    Optional<Reading.Silent> silence(Evaluation evaluation, int day) {
        Optional<Assignment> here = evaluation.assignment(day);
        if (!matches(teams, here.flatMap(Assignment::team))
                || !matches(regions, here.flatMap(Assignment::region))
                || !matches(roles, here.flatMap(Assignment::role))) {
            return Optional.of(new Reading.Silent(Reading.Why.NOT_MEANT, "the rule is for others"));
        }
        OptionalInt tenure = tenure(here, day);
        if (tenure.isPresent() && tenure.getAsInt() < rampDays) {
            return Optional.of(new Reading.Silent(
                    Reading.Why.RAMP, "in the first " + rampDays + " days: " + tenure.getAsInt() + " so far"));
        }
        if (evaluation.isAway(day)) {
            return Optional.of(new Reading.Silent(Reading.Why.LEAVE, "on leave"));
        }
        Subject subject = new Subject(
                evaluation.rep(),
                here.flatMap(Assignment::team),
                here.flatMap(Assignment::region),
                here.flatMap(Assignment::role),
                tenure);
        return condition
                .filter(asked -> !asked.test().applies(subject))
                .map(asked -> new Reading.Silent(Reading.Why.NOT_MEANT, "not where " + asked.source()));
    }

    private static OptionalInt tenure(Optional<Assignment> here, int day) {
        return here.map(Assignment::hired)
                .filter(OptionalInt::isPresent)
                .map(hired -> OptionalInt.of(day - hired.getAsInt()))
                .orElse(OptionalInt.empty());
    }

    private static boolean matches(Set<String> wanted, Optional<String> here) {
        return wanted.isEmpty() || here.map(wanted::contains).orElse(false);
    }
}
