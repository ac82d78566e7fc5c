package io.upswing.core.issues;

import io.upswing.core.command.Author.Role;
import io.upswing.core.command.Cause;
import io.upswing.core.command.CommandHeader;
import io.upswing.core.command.Decision;
import io.upswing.core.command.Rejection;
import io.upswing.core.command.Stamps;
import io.upswing.core.evaluation.Correction;
import io.upswing.core.issues.IssueCommand.Acknowledge;
import io.upswing.core.issues.IssueCommand.Dismiss;
import io.upswing.core.issues.IssueCommand.Dispute;
import io.upswing.core.issues.IssueCommand.Silence;
import io.upswing.core.issues.Notices.Said;
import io.upswing.core.time.Days;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Carries out commands on issues: pure. */
public final class IssueDesk {
    private static final int LONGEST_SILENCE = 365;
    private static final int MOST_SAID = 20;

    private IssueDesk() {}

    /**
     * Decides a command.
     *
     * @param track  of the rep under the command's rule
     * @param stamps of the day before whose evaluation it is handled
     */
    public static Decision<IssueEvent> decide(Track track, CommandHeader header, IssueCommand command, Stamps stamps) {
        Optional<Issue> open = track.open()
                .filter(issue ->
                        command.target().issue().map(issue.id()::equals).orElse(true));
        if (open.isEmpty()) {
            return Decision.reject(
                    Rejection.Rule.UNKNOWN_ISSUE,
                    "there is no open issue "
                            + command.target().issue().map(id -> id + " ").orElse("") + "under the rule "
                            + command.target().rule(),
                    "name the rule of an issue that is raised, acknowledged or escalated");
        }
        Issue issue = open.get();
        OptionalInt meant = command.target().episode();
        if (meant.isPresent() && meant.getAsInt() != issue.episode()) {
            return Decision.reject(
                    Rejection.Rule.UNKNOWN_ISSUE,
                    "episode " + issue.episode() + " of the issue is open, not episode " + meant.getAsInt(),
                    "look at episode " + issue.episode() + ", and name it if it is meant");
        }
        Notices notices = new Notices(header.rep(), stamps, true);
        Cause cause = Cause.of(header);
        return switch (command) {
            case Acknowledge ignored -> acknowledge(issue, header, notices, cause);
            case Dispute dispute -> dispute(track, header, dispute, notices, cause);
            case Dismiss dismiss -> dismiss(issue, header, dismiss, notices, cause);
            case Silence silence -> silence(track, header, silence, notices, cause);
        };
    }

    private static Decision<IssueEvent> acknowledge(Issue issue, CommandHeader header, Notices notices, Cause cause) {
        if (header.author().role() == Role.REP) {
            return wrongRole("acknowledges an issue", "a manager or HR");
        }
        if (Transition.of(issue.status(), IssueEvent.Type.ACKNOWLEDGED).isEmpty()) {
            return Decision.reject(
                    Rejection.Rule.WRONG_STATE,
                    "the issue is " + issue.status().id() + " already",
                    "acknowledge an issue that is raised or escalated");
        }
        return Decision.accept(
                notices.commanded(issue, IssueEvent.Type.ACKNOWLEDGED, cause, Said.nothingMore("Acknowledged.")));
    }

    private static Decision<IssueEvent> dispute(
            Track track, CommandHeader header, Dispute dispute, Notices notices, Cause cause) {
        if (!header.author().is(header.rep())) {
            return wrongRole("disputes an issue", "the rep whom it is about");
        }
        Optional<Decision<IssueEvent>> tooMany = tooMuchSaid(track);
        if (tooMany.isPresent()) {
            return tooMany.get();
        }
        int named = track.said(IssueEvent.Type.DISPUTED)
                .mapToInt(event -> event.entities().size())
                .sum();
        if (named + dispute.deals().size() > Correction.MOST_NAMED) {
            return Decision.reject(
                    Rejection.Rule.TOO_MANY,
                    dispute.deals().size() + " deals are named" + (named > 0 ? ", after " + named + " before" : ""),
                    "name at most " + Correction.MOST_NAMED
                            + " in all disputes of an episode, and the others in a note");
        }
        Issue issue = track.open().orElseThrow();
        List<String> entities =
                dispute.deals().stream().map(deal -> "deal:" + deal).toList();
        String sentence = entities.isEmpty()
                ? "Disputed by the rep."
                : "Disputed by the rep, who names " + entities.size() + (entities.size() == 1 ? " deal." : " deals.");
        return Decision.accept(notices.commanded(
                issue,
                IssueEvent.Type.DISPUTED,
                cause,
                new Said(Optional.empty(), entities, OptionalInt.empty(), sentence)));
    }

    private static Decision<IssueEvent> dismiss(
            Issue issue, CommandHeader header, Dismiss dismiss, Notices notices, Cause cause) {
        if (header.author().role() == Role.REP) {
            return wrongRole("dismisses an issue", "a manager or HR");
        }
        return Decision.accept(notices.commanded(
                issue,
                IssueEvent.Type.DISMISSED,
                cause,
                new Said(
                        Optional.of(dismiss.reason().id()),
                        List.of(),
                        OptionalInt.empty(),
                        "Dismissed: " + dismiss.reason().id() + ".")));
    }

    private static Decision<IssueEvent> silence(
            Track track, CommandHeader header, Silence silence, Notices notices, Cause cause) {
        if (header.author().role() == Role.REP) {
            return wrongRole("silences an issue", "a manager or HR");
        }
        Optional<Decision<IssueEvent>> tooMany = tooMuchSaid(track);
        if (tooMany.isPresent()) {
            return tooMany.get();
        }
        Issue issue = track.open().orElseThrow();
        int today = notices.stamps().day();
        if (silence.until() < today || silence.until() > today + LONGEST_SILENCE) {
            return Decision.reject(
                    Rejection.Rule.OUT_OF_BOUNDS,
                    "the silence is until " + Days.text(silence.until()),
                    "give a day from " + Days.text(today) + " to " + Days.text(today + LONGEST_SILENCE));
        }
        return Decision.accept(notices.commanded(
                issue,
                IssueEvent.Type.SILENCED,
                cause,
                new Said(
                        Optional.empty(),
                        List.of(),
                        OptionalInt.of(silence.until()),
                        "Silenced until " + Days.text(silence.until()) + ".")));
    }

    private static Optional<Decision<IssueEvent>> tooMuchSaid(Track track) {
        long said = track.said(IssueEvent.Type.DISPUTED).count()
                + track.said(IssueEvent.Type.SILENCED).count();
        return said < MOST_SAID
                ? Optional.empty()
                : Optional.of(Decision.reject(
                        Rejection.Rule.TOO_MANY,
                        "the issue has been disputed and silenced " + said + " times in this episode",
                        "dispute and silence an episode at most " + MOST_SAID + " times; acknowledge or dismiss it"));
    }

    private static Decision<IssueEvent> wrongRole(String does, String who) {
        return Decision.reject(Rejection.Rule.WRONG_ROLE, "the author is not one who " + does, who + " " + does);
    }
}
