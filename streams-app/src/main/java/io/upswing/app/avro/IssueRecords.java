package io.upswing.app.avro;

import io.upswing.core.command.Author;
import io.upswing.core.command.Rejection;
import io.upswing.core.issues.Evidence;
import io.upswing.core.issues.Issue;
import io.upswing.core.issues.IssueEvent;
import io.upswing.core.issues.Track;
import io.upswing.core.rep.CommandResult;
import io.upswing.core.time.Days;
import io.upswing.schemas.AuthorRole;
import io.upswing.schemas.CommandOutcome;
import io.upswing.schemas.IssueCurrent;
import io.upswing.schemas.IssueEvidence;
import io.upswing.schemas.IssueState;
import io.upswing.schemas.Mover;
import io.upswing.schemas.NamedFigure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Issues for other systems. */
public final class IssueRecords {
    private IssueRecords() {}

    /** Something that happened. */
    public static io.upswing.schemas.IssueEvent toAvro(IssueEvent event) {
        return io.upswing.schemas.IssueEvent.newBuilder()
                .setEventId(event.stamp().id())
                .setDay(Days.date(event.stamp().day()))
                .setSequence(event.stamp().sequence())
                .setAt(Instant.ofEpochMilli(event.stamp().at()))
                .setType(id(event.type()))
                .setIssue(event.issue())
                .setRep(event.rep())
                .setRule(event.rule())
                .setRuleVersion(event.ruleVersion())
                .setEpisode(event.episode())
                .setSeverity(event.severity().id())
                .setPage(event.page())
                .setCommand(event.cause().command().orElse(null))
                .setAuthor(author(event.cause().author()))
                .setNote(event.cause().note().orElse(null))
                .setRunFrom(event.run().map(run -> Days.date(run.from())).orElse(null))
                .setRunTo(event.run().map(run -> Days.date(run.to())).orElse(null))
                .setEvidence(event.evidence().map(IssueRecords::toAvro).orElse(null))
                .setReason(event.reason().orElse(null))
                .setEntities(event.entities())
                .setUntil(date(event.until()))
                .setSentence(event.sentence())
                .build();
    }

    /** A constant in kebab-case. */
    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static io.upswing.schemas.@Nullable Author author(Optional<Author> author) {
        return author.map(who -> new io.upswing.schemas.Author(
                        who.id(), AuthorRole.valueOf(who.role().name())))
                .orElse(null);
    }

    static @Nullable LocalDate date(OptionalInt day) {
        return day.isPresent() ? Days.date(day.getAsInt()) : null;
    }

    static @Nullable Double number(OptionalDouble number) {
        return number.isPresent() ? (Double) number.getAsDouble() : null;
    }

    private static IssueEvidence toAvro(Evidence evidence) {
        return IssueEvidence.newBuilder()
                .setMetric(evidence.metric())
                .setFrom(Days.date(evidence.from()))
                .setTo(Days.date(evidence.to()))
                .setValue(evidence.value())
                .setThreshold(evidence.threshold())
                .setSample(evidence.sample())
                .setProbability(number(evidence.probability()))
                .setMarket(number(evidence.market()))
                .setFigures(evidence.figures().entrySet().stream()
                        .map(figure -> new NamedFigure(figure.getKey(), figure.getValue()))
                        .toList())
                .setMovers(evidence.movers().stream()
                        .map(mover -> new Mover(Days.date(mover.day()), mover.measure(), mover.amount()))
                        .toList())
                .setSentence(evidence.sentence())
                .build();
    }

    /** How things stand under a rule. */
    public static IssueCurrent toAvro(String rep, String rule, Track track) {
        return IssueCurrent.newBuilder()
                .setRep(rep)
                .setRule(rule)
                .setPhase(track.watch().phase().id())
                .setDetail(track.watch().detail())
                .setClosesInBreach(track.watch().inBreach())
                .setSince(track.watch().inBreach() > 0 ? Days.date(track.watch().since()) : null)
                .setLatest(track.watch().latest().map(IssueRecords::toAvro).orElse(null))
                .setIssue(track.issue().map(IssueRecords::state).orElse(null))
                .build();
    }

    private static IssueState state(Issue issue) {
        return IssueState.newBuilder()
                .setIssue(issue.id())
                .setStatus(issue.status().id())
                .setSeverity(issue.severity().id())
                .setEpisode(issue.episode())
                .setRuleVersion(issue.ruleVersion())
                .setRaisedOn(Days.date(issue.raisedOn()))
                .setEndedOn(date(issue.endedOn()))
                .setRunFrom(Days.date(issue.run().from()))
                .setAcknowledged(issue.acknowledged())
                .setEscalated(issue.escalated())
                .setDisputed(issue.disputed())
                .setSilentUntil(date(issue.silentUntil()))
                .setEvidence(toAvro(issue.evidence()))
                .setSentence(issue.sentence())
                .build();
    }

    /** What became of a command. */
    public static CommandOutcome toAvro(CommandResult result) {
        Optional<Rejection> rejection = result.rejection();
        return CommandOutcome.newBuilder()
                .setCommandId(result.id())
                .setRep(result.rep())
                .setDay(Days.date(result.day()))
                .setAccepted(rejection.isEmpty())
                .setRule(rejection.map(why -> why.rule().id()).orElse(null))
                .setDetail(rejection.map(Rejection::detail).orElse(null))
                .setInstead(rejection.map(Rejection::instead).orElse(null))
                .setEvents(result.events())
                .build();
    }
}
