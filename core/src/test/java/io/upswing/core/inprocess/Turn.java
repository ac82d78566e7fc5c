package io.upswing.core.inprocess;

import io.upswing.core.evaluation.Assignment;
import io.upswing.core.inprocess.model.Balance;
import io.upswing.core.inprocess.model.Known;
import io.upswing.core.inprocess.model.Pane;
import io.upswing.core.inprocess.model.Recency;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Something that must happen in the histories from one close of day to the next, as the model knows it. */
@SuppressWarnings("ImmutableEnumChecker") // the functions are constants; the checker can't see that
enum Turn {
    LAST_ACTIVITY_TAKEN_BACK((before, now) -> subjects(now)
            .anyMatch(subject -> last(now, subject) > 0
                    && last(now, subject) < last(before, subject)
                    && last(before, subject) >= now.firstKept())),
    ONLY_ACTIVITY_TAKEN_BACK((before, now) -> subjects(before)
            .anyMatch(subject -> last(before, subject) >= now.firstKept()
                    && now.recency(subject).isEmpty())),
    LAST_ACTIVITY_LEARNED_LATE((before, now) -> subjects(before)
            .anyMatch(subject -> last(now, subject) > last(before, subject) && last(now, subject) < now.day())),
    LAST_ACTIVITY_EXPIRED((before, now) -> subjects(before)
            .anyMatch(subject -> before.recency(subject).isPresent()
                    && last(before, subject) < now.firstKept()
                    && now.recency(subject).isEmpty())),
    ACTIVITIES_MOVED_BETWEEN_TEAMS((before, now) -> units(now)
            .anyMatch(unit -> now.panes(unit).keySet().stream()
                    .anyMatch(day -> day < before.day()
                            && reps(now).allMatch(rep -> now.pane(rep, day).equals(before.pane(rep, day)))
                            && !now.pane(unit, day)
                                    .activities()
                                    .equals(before.pane(unit, day).activities())))),
    ACTIVITY_AHEAD((before, now) -> reps(now)
            .anyMatch(rep -> now.panes(rep).tailMap(now.day() + 1).values().stream()
                    .anyMatch(pane -> pane.activities().count() > 0))),
    ACTIVITY_LONG_AGO((before, now) -> reps(now)
            .anyMatch(rep -> now.panes(rep).headMap(now.firstKept()).values().stream()
                    .anyMatch(pane -> pane.activities().count() > 0))),
    UNASSIGNED_ACTIVITY((before, now) -> now.panes("unassigned").values().stream()
            .anyMatch(pane -> pane.activities().count() > 0)),
    LOGGING_DELAY_BELOW_128_SECONDS((before, now) -> delay(now, seconds -> seconds > 0 && seconds < 128)),
    LOGGING_DELAY_OF_HOURS((before, now) -> delay(now, seconds -> seconds > 3_600 && seconds % 86_400 != 0)),
    LOGGING_DELAY_OF_DAYS((before, now) -> delay(now, seconds -> seconds > 0 && seconds % 86_400 == 0)),
    NO_LOGGING_DELAY((before, now) -> delay(now, seconds -> seconds == 0)),
    MOBILE_AND_DESK((before, now) -> now.windows().getOrDefault("company", List.of()).stream()
            .map(Pane::activities)
            .anyMatch(done -> done.mobile() > 0 && done.channel() > done.mobile() && done.count() > done.channel())),
    QUOTA_CHANGED_IN_MID_MONTH((before, now) -> reps(now)
            .anyMatch(rep -> sameMonth(before, now)
                    && before.balance(rep).month() > 0
                    && now.balance(rep).month() > 0
                    && before.balance(rep).month() != now.balance(rep).month())),
    QUOTA_LEARNED_LATE((before, now) -> reps(now)
            .anyMatch(rep -> now.moves(rep).subMap(before.firstKept() + 1, before.day()).entrySet().stream()
                    .anyMatch(move -> move.getValue().month()
                            != before.moves(rep)
                                    .getOrDefault(move.getKey(), Balance.EMPTY)
                                    .month()))),
    QUOTA_AHEAD((before, now) -> reps(now)
            .anyMatch(rep -> now.moves(rep).tailMap(now.day() + 32).values().stream()
                    .anyMatch(move -> move.month() > 0 || move.quarter() > 0))),
    QUOTA_LONG_AGO((before, now) -> reps(now)
            .anyMatch(rep -> now.moves(rep).headMap(now.firstKept() - 1).values().stream()
                    .anyMatch(move -> move.month() < 0 || move.quarter() < 0))),
    QUOTA_MOVED_WITH_ITS_REP((before, now) -> units(now)
            .anyMatch(unit -> reps(now)
                            .allMatch(rep -> now.balance(rep).month()
                                    == before.balance(rep).month())
                    && now.balance(unit).month() != before.balance(unit).month())),
    REVENUE_AGAINST_A_QUOTA((before, now) -> units(now)
            .anyMatch(unit -> now.balance(unit).quarter() > 0
                    && now.windows().getOrDefault(unit, List.of()).stream().anyMatch(pane -> pane.revenue() > 0))),
    ON_LEAVE((before, now) -> reps(now)
            .anyMatch(rep -> now.assignment(rep, now.day())
                    .map(Assignment::leaves)
                    .map(leaves -> leaves.stream().anyMatch(leave -> leave.covers(now.day())))
                    .orElse(false))),
    LEAVE_CHANGED_ALONE((before, now) ->
            reps(now).anyMatch(rep -> isLeaveAlone(before.assignment(rep, now.day()), now.assignment(rep, now.day()))));

    private final BiPredicate<Known, Known> happens;

    Turn(BiPredicate<Known, Known> happens) {
        this.happens = happens;
    }

    /** Whether it happens between two days that follow each other. */
    boolean happens(Known before, Known now) {
        return happens.test(before, now);
    }

    private static Stream<String> subjects(Known known) {
        return known.recency().keySet().stream();
    }

    private static Stream<String> units(Known known) {
        return known.members().stream().map(Known.Member::unit).filter(unit -> unit.startsWith("team:"));
    }

    private static Stream<String> reps(Known known) {
        return known.members().stream().map(Known.Member::rep).distinct();
    }

    private static int last(Known known, String subject) {
        return known.recency(subject)
                .map(Recency::days)
                .map(days -> known.day() - days)
                .orElse(-1);
    }

    private static boolean delay(Known known, Predicate<Long> which) {
        return known.panes("company").values().stream()
                .flatMap(pane -> pane.activities().delays().stream())
                .anyMatch(which);
    }

    private static boolean sameMonth(Known before, Known now) {
        return LocalDate.ofEpochDay(before.day()).getMonth()
                == LocalDate.ofEpochDay(now.day()).getMonth();
    }

    private static boolean isLeaveAlone(Optional<Assignment> before, Optional<Assignment> now) {
        return before.isPresent()
                && now.isPresent()
                && before.get().team().equals(now.get().team())
                && before.get().region().equals(now.get().region())
                && !Objects.equals(before.get().leaves(), now.get().leaves());
    }
}
