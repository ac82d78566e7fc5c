package io.upswing.core.issues;

import io.upswing.core.command.Author;
import io.upswing.core.command.Author.Role;
import io.upswing.core.command.CommandHeader;
import io.upswing.core.command.Decision;
import io.upswing.core.command.Stamps;
import io.upswing.core.evaluation.KnownDay;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Window;
import io.upswing.core.time.Days;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The rep ada under one rule, close by close: revenue of a day below 100 is a breach, from 150 on it is clear, and a day
 * without a deal has no data. Three closes in breach raise an issue, two clear ones resolve it. Days count from 1.
 */
final class IssueStory {
    static final long BAD = 50;
    static final long MIDDLING = 120;
    static final long GOOD = 200;
    /** No deal, no data. */
    static final long NONE = 0;

    private static final int EVE = Days.of("2026-03-01");

    final KnownDay known = new KnownDay(EVE);
    /** What happened: the type and the day. */
    final List<String> told = new ArrayList<>();

    final List<IssueEvent> events = new ArrayList<>();
    Track track = Track.NEW;
    boolean inhibited;
    private final List<Rule> versions = new ArrayList<>();
    private int sequence;
    private int commands;

    IssueStory() {
        this(OptionalInt.empty());
    }

    IssueStory(OptionalInt escalateAfter) {
        versions.add(rule(1, false, new Rule.Hold(3, 2), escalateAfter));
    }

    private static Rule rule(int version, boolean retired, Rule.Hold hold, OptionalInt escalateAfter) {
        Limit floor = new Limit(
                Kpi.REVENUE,
                new Window.Rolling(1),
                Limit.Side.FLOOR,
                BigDecimal.valueOf(100),
                BigDecimal.valueOf(150),
                1);
        return new Rule(
                "low",
                version,
                0,
                retired,
                "Low",
                "",
                floor,
                hold,
                Rule.Severity.WARNING,
                Scope.everyone(0),
                escalateAfter);
    }

    /** Another version of the rule, of as many closes. */
    IssueStory version(int raise, int clear) {
        versions.add(rule(versions.size() + 1, false, new Rule.Hold(raise, clear), OptionalInt.empty()));
        return this;
    }

    IssueStory retired() {
        versions.add(rule(versions.size() + 1, true, new Rule.Hold(3, 2), OptionalInt.empty()));
        return this;
    }

    /** The rule is for those of a team only. */
    IssueStory forTeam(String team) {
        Rule everyones = versions.removeLast();
        versions.add(new Rule(
                everyones.id(),
                everyones.version(),
                everyones.effective(),
                false,
                everyones.title(),
                "",
                everyones.form(),
                everyones.hold(),
                everyones.severity(),
                new Scope(Set.of(team), Set.of(), Set.of(), 0, Optional.empty()),
                everyones.escalateAfter()));
        return this;
    }

    static int epoch(int day) {
        return EVE + day;
    }

    int day() {
        return known.day() - EVE;
    }

    /** Days close one after the other. */
    IssueStory closes(long... revenues) {
        for (long revenue : revenues) {
            if (revenue != NONE) {
                known.won(known.day() + 1, revenue);
            }
            close(known.on(known.day() + 1));
        }
        return this;
    }

    /** A day closes on which a deal of a day before is learned to be worth more or less. */
    IssueStory closesCorrecting(int day, long change, long revenue) {
        known.on(known.day() + 1).won(known.day(), revenue).corrects("deal:D1", epoch(day), Measure.REVENUE, change);
        close(known);
        return this;
    }

    /** The next day closes with what a test has put there. */
    IssueStory closes(Consumer<KnownDay> happens) {
        happens.accept(known.on(known.day() + 1));
        close(known);
        return this;
    }

    IssueStory closes(int times, long revenue) {
        for (int i = 0; i < times; i++) {
            closes(revenue);
        }
        return this;
    }

    private void close(KnownDay today) {
        Rule raisedBy =
                track.open().map(issue -> versions.get(issue.ruleVersion() - 1)).orElse(versions.getLast());
        IssueKeeper keeper = new IssueKeeper(new Wording("EUR", 2));
        Stamps stamps = new Stamps("ada", today.day(), 1_000L * today.day(), sequence);
        IssueKeeper.Outcome outcome = keeper.evaluate(track, versions.getLast(), raisedBy, today, stamps, inhibited);
        track = outcome.track();
        outcome.events().forEach(this::tell);
        sequence = 0;
    }

    private void tell(IssueEvent event) {
        events.add(event);
        told.add(event.type() + " " + (event.stamp().day() - EVE));
    }

    Decision<IssueEvent> commands(Author author, IssueCommand command) {
        commands++;
        CommandHeader header = new CommandHeader("c" + commands, "ada", author, 77, Optional.of("n1"));
        Stamps stamps = new Stamps("ada", known.day() + 1, 77, sequence);
        Decision<IssueEvent> decision = IssueDesk.decide(track, header, command, stamps);
        if (decision instanceof Decision.Accepted<IssueEvent>(List<IssueEvent> happened)) {
            happened.forEach(event -> track = track.plus(event));
            if (track.open().isEmpty()) {
                track = track.dismissed();
            }
            happened.forEach(this::tell);
            sequence = stamps.last();
        }
        return decision;
    }

    IssueStory manager(IssueCommand command) {
        commands(new Author("max", Role.MANAGER), command);
        return this;
    }

    static IssueCommand.Target target() {
        return new IssueCommand.Target("low", Optional.empty());
    }

    IssueStory dismissed() {
        return manager(new IssueCommand.Dismiss(target(), IssueCommand.Reason.WRONG_DATA));
    }

    Issue issue() {
        return track.issue().orElseThrow();
    }
}
