package io.upswing.core.issues;

import io.upswing.core.command.Stamps;
import io.upswing.core.evaluation.Correction;
import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.issues.IssueEvent.Run;
import io.upswing.core.issues.Notices.Seen;
import io.upswing.core.issues.Reading.Measured;
import io.upswing.core.issues.Reading.Silent;
import io.upswing.core.kpi.Measure;
import io.upswing.core.time.Days;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Looks at one rep under one rule at the close of a day, and says what becomes of the issue: a pure function of the track, the
 * evaluation and the rule.
 */
public final class IssueKeeper {
    /** An issue that comes back within so many days is the old one. */
    public static final int REGRESSES_WITHIN = 90;

    private final Wording wording;

    /** What has become of a track, and what is to be told. */
    public record Outcome(Track track, List<IssueEvent> events) {
        public Outcome {
            events = List.copyOf(events);
        }
    }

    public IssueKeeper(Wording wording) {
        this.wording = wording;
    }

    /**
     * Evaluates a day.
     *
     * @param rule      in force on the day
     * @param raisedBy  the version of the rule under which an open issue was raised; the rule itself if there is none
     * @param inhibited whether a plan answers the rule's KPI
     */
    public Outcome evaluate(
            Track track, Rule rule, Rule raisedBy, Evaluation evaluation, Stamps stamps, boolean inhibited) {
        Notices notices = new Notices(evaluation.rep(), stamps, inhibited);
        Track before = track.with(track.watch().under(rule));
        List<IssueEvent> events = new ArrayList<>();
        if (evaluation.isPastChanged() && before.open().isPresent()) {
            before = reground(before, raisedBy, evaluation, notices, events);
        }
        Outcome rest = rule.retired() ? retired(before, notices) : read(before, rule, evaluation, notices);
        events.addAll(rest.events());
        return new Outcome(rest.track(), events);
    }

    private static Outcome retired(Track track, Notices notices) {
        Silent silent = new Silent(Reading.Why.NOT_MEANT, "the rule is retired");
        return ended(track.with(track.watch().silent(silent)), notices, "the rule is retired");
    }

    private static Outcome ended(Track track, Notices notices, String reason) {
        Optional<Issue> open = track.open();
        return open.isEmpty()
                ? new Outcome(track, List.of())
                : told(
                        track,
                        notices.evaluated(
                                open.get(),
                                IssueEvent.Type.RESOLVED,
                                new Seen(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(reason),
                                        List.of(),
                                        "Resolved: " + reason + ".")));
    }

    private static Outcome told(Track track, IssueEvent event) {
        return new Outcome(track.plus(event), List.of(event));
    }

    private Outcome read(Track track, Rule rule, Evaluation evaluation, Notices notices) {
        int day = evaluation.day();
        Reading reading = reading(rule, evaluation, day);
        return switch (reading) {
            case Silent silent
            when silent.why() == Reading.Why.NOT_MEANT ->
                ended(track.with(track.watch().silent(silent)), notices, silent.detail());
            case Silent silent -> escalated(track.with(track.watch().silent(silent)), rule, evaluation, notices);
            case Measured measured ->
                measured(
                        track.with(track.watch().measured(measured, day, rule.hold())),
                        rule,
                        measured,
                        evaluation,
                        notices);
        };
    }

    private Reading reading(Rule rule, Evaluation evaluation, int day) {
        Optional<Silent> silence = rule.scope().silence(evaluation, day);
        return silence.isPresent() ? silence.get() : rule.form().read(evaluation, day, wording);
    }

    private Outcome measured(Track track, Rule rule, Measured reading, Evaluation evaluation, Notices notices) {
        if (track.open().isPresent()) {
            return open(track, rule, reading, evaluation, notices);
        }
        Watch watch = track.watch();
        if (!watch.armed() || watch.inBreach() < rule.hold().raise()) {
            return new Outcome(track, List.of());
        }
        Optional<Issue> old = track.issue().filter(issue -> comesBack(issue, evaluation.day()));
        Run run = new Run(watch.since(), evaluation.day());
        IssueEvent raised = notices.raised(rule, lasting(reading.evidence(), rule, run, evaluation), run, old);
        Outcome outcome = told(track, raised);
        return new Outcome(outcome.track().with(watch.open(Optional.of(reading.evidence()))), outcome.events());
    }

    private static boolean comesBack(Issue issue, int day) {
        return issue.status() != Issue.Status.WITHDRAWN
                && issue.endedOn().isPresent()
                && day - issue.endedOn().getAsInt() <= REGRESSES_WITHIN;
    }

    private static Evidence lasting(Evidence evidence, Rule rule, Run run, Evaluation evaluation) {
        Evidence seen = Surroundings.of(evidence, rule.form(), evaluation);
        return rule.hold().raise() == 1
                ? seen
                : seen.saying(seen.sentence() + " So for " + rule.hold().raise() + " days, since "
                        + Days.text(run.from()) + ".");
    }

    private Outcome open(Track track, Rule rule, Measured reading, Evaluation evaluation, Notices notices) {
        Issue issue = track.open().orElseThrow();
        Watch watch = track.watch();
        if (watch.clear() >= rule.hold().clear()) {
            Outcome resolved = told(
                    track,
                    notices.evaluated(
                            issue,
                            IssueEvent.Type.RESOLVED,
                            new Seen(
                                    Optional.empty(),
                                    Optional.of(reading.evidence()),
                                    Optional.of("cleared"),
                                    List.of(),
                                    resolved(issue, rule.form(), reading.evidence(), evaluation))));
            return new Outcome(resolved.track().with(watch.ended(true)), resolved.events());
        }
        return escalated(track.with(watch.open(Optional.of(reading.evidence()))), rule, evaluation, notices);
    }

    /** What clears it may be about another period than the one for which it was raised. */
    private String resolved(Issue issue, Form form, Evidence now, Evaluation evaluation) {
        int first = issue.evidence().from();
        if (form.period().isEmpty() || now.from() <= first) {
            return "Resolved. " + now.sentence();
        }
        Span span = form.period().get();
        int last = span.lastDay(first, evaluation.calendar());
        String ended = first < evaluation.firstDay()
                ? ""
                : " with " + wording.money(evaluation.ownFlows(first, last).get(Measure.REVENUE)) + " won of "
                        + wording.money(evaluation.ownBalance(last).get(span.quota()));
        return "Resolved. The " + span.id() + " that it was about ended on " + Days.text(last) + ended
                + ". Of the one that runs: " + now.sentence();
    }

    /** Not while a plan answers it, nor on leave, of which no day counts. */
    private static Outcome escalated(Track track, Rule rule, Evaluation evaluation, Notices notices) {
        Optional<Issue> open = track.open().filter(issue -> !issue.escalated());
        if (open.isEmpty() || notices.inhibited() || rule.escalateAfter().isEmpty()) {
            return new Outcome(track, List.of());
        }
        int after = rule.escalateAfter().getAsInt();
        int days = evaluation.day() - open.get().raisedOn();
        if (days < after || evaluation.isAway(evaluation.day())) {
            return new Outcome(track, List.of());
        }
        int away = away(open.get().raisedOn() + 1, evaluation);
        return days - away < after
                ? new Outcome(track, List.of())
                : told(track, notices.evaluated(open.get(), IssueEvent.Type.ESCALATED, escalation(track, days, away)));
    }

    private static Seen escalation(Track track, int days, int away) {
        String leave = away > 0 ? ", " + away + " of them on leave" : "";
        return new Seen(
                Optional.empty(),
                track.watch().latest(),
                Optional.of("open for long"),
                List.of(),
                "Open for " + days + " days" + leave + ". "
                        + track.watch()
                                .latest()
                                .map(Evidence::sentence)
                                .orElseGet(() -> "No figure today; of the day it stands on: "
                                        + track.open().orElseThrow().sentence()));
    }

    /** On how many days from one to the evaluated one the rep was on leave. */
    private static int away(int from, Evaluation evaluation) {
        return (int) IntStream.rangeClosed(from, evaluation.day())
                .filter(evaluation::isAway)
                .count();
    }

    /** Judges again the days on which an open issue stands, with what has been learned since. */
    private Track reground(
            Track track, Rule raisedBy, Evaluation evaluation, Notices notices, List<IssueEvent> events) {
        Issue issue = track.open().orElseThrow();
        boolean isKept = raisedBy.form().looksFrom(evaluation, issue.run().from()) >= evaluation.firstDay();
        if (!raisedBy.form().looksBack() || !isKept) {
            return track;
        }
        Optional<Ground> ground = ground(issue, raisedBy, evaluation);
        if (ground.isEmpty()) {
            List<String> entities =
                    corrected(raisedBy.form(), evaluation, issue.run().from(), evaluation.day());
            IssueEvent withdrawn = notices.evaluated(
                    issue,
                    IssueEvent.Type.WITHDRAWN,
                    new Seen(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of("corrected"),
                            named(entities),
                            "Withdrawn: with what is known since, it would not have been raised." + few(entities)));
            events.add(withdrawn);
            return track.plus(withdrawn).with(track.watch().ended(true));
        }
        if (ground.get().run().equals(issue.run()) && isSame(ground.get().evidence(), issue.evidence())) {
            return track;
        }
        int last = Math.max(issue.run().to(), ground.get().run().to());
        Evidence evidence = Surroundings.of(ground.get().evidence(), raisedBy.form(), evaluation);
        List<String> entities =
                corrected(raisedBy.form(), evaluation, issue.run().from(), last);
        IssueEvent corrected = notices.evaluated(
                issue,
                IssueEvent.Type.CORRECTED,
                new Seen(
                        Optional.of(ground.get().run()),
                        Optional.of(evidence),
                        Optional.of("corrected"),
                        named(entities),
                        evidence.sentence() + few(entities)));
        events.add(corrected);
        return track.plus(corrected);
    }

    private static boolean isSame(Evidence now, Evidence before) {
        return now.value() == before.value() && now.probability().equals(before.probability());
    }

    private static List<String> named(List<String> entities) {
        return entities.subList(0, Math.min(entities.size(), Correction.MOST_NAMED));
    }

    private static String few(List<String> entities) {
        return entities.size() <= Correction.MOST_NAMED
                ? ""
                : " " + entities.size() + " deals and activities were corrected, " + Correction.MOST_NAMED
                        + " of them are named.";
    }

    /** Whose correction may have moved what was read on the days from one to another. */
    private static List<String> corrected(Form form, Evaluation evaluation, int from, int to) {
        return evaluation.corrections().stream()
                .filter(correction -> form.isMovedBy(correction, evaluation, from, to))
                .map(Correction::entity)
                .toList();
    }

    /** The closes in a row on which an issue can stand, as known now. */
    private record Ground(Run run, Evidence evidence) {}

    /** The first closes in a row, from the issue's own on, that would raise it. */
    private Optional<Ground> ground(Issue issue, Rule rule, Evaluation evaluation) {
        int inBreach = 0;
        int from = 0;
        for (int day = issue.run().from(); day <= evaluation.day(); day++) {
            Reading reading = reading(rule, evaluation, day);
            if (reading instanceof Silent silent && !silent.why().letsCountsStand()) {
                inBreach = 0;
            }
            if (reading instanceof Measured measured) {
                boolean breach = measured.verdict() == Reading.Verdict.BREACH;
                from = breach && inBreach == 0 ? day : from;
                inBreach = breach ? inBreach + 1 : 0;
                if (inBreach >= rule.hold().raise()) {
                    return Optional.of(new Ground(new Run(from, day), measured.evidence()));
                }
            }
        }
        return Optional.empty();
    }
}
