package io.upswing.core.issues;

import io.upswing.core.command.Cause;
import io.upswing.core.command.Stamp;
import io.upswing.core.command.Stamps;
import io.upswing.core.issues.IssueEvent.Run;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes the events of one rep on one day.
 *
 * @param inhibited whether a plan answers the rule's KPI: nobody needs to be told then
 */
record Notices(String rep, Stamps stamps, boolean inhibited) {
    IssueEvent raised(Rule rule, Evidence evidence, Run run, Optional<Issue> before) {
        Stamp stamp = stamps.next(rule.id());
        String id = before.map(Issue::id)
                .orElseGet(() -> Stamp.hash("issue", rep, rule.id(), Integer.toString(stamp.day())));
        int episode = before.map(issue -> issue.episode() + 1).orElse(1);
        return new IssueEvent(
                stamp,
                before.isPresent() ? IssueEvent.Type.REGRESSED : IssueEvent.Type.RAISED,
                id,
                rep,
                rule.id(),
                rule.version(),
                episode,
                rule.severity(),
                !inhibited,
                Cause.EVALUATION,
                Optional.of(run),
                Optional.of(evidence),
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                evidence.sentence());
    }

    /** What an evaluation does to an open issue. */
    IssueEvent evaluated(Issue issue, IssueEvent.Type type, Seen seen) {
        return event(
                issue,
                type,
                Cause.EVALUATION,
                new Said(seen.reason(), seen.entities(), OptionalInt.empty(), seen.sentence()),
                seen);
    }

    /** What a command does to an open issue. */
    IssueEvent commanded(Issue issue, IssueEvent.Type type, Cause cause, Said said) {
        return event(issue, type, cause, said, Seen.NOTHING);
    }

    private IssueEvent event(Issue issue, IssueEvent.Type type, Cause cause, Said said, Seen seen) {
        Stamp stamp = stamps.next(issue.rule());
        return new IssueEvent(
                stamp,
                type,
                issue.id(),
                rep,
                issue.rule(),
                issue.ruleVersion(),
                issue.episode(),
                issue.severity(),
                !inhibited && !issue.isSilent(stamp.day()),
                cause,
                seen.run(),
                seen.evidence(),
                said.reason(),
                said.entities(),
                said.until(),
                said.sentence());
    }

    /** What an evaluation has seen. */
    record Seen(
            Optional<Run> run,
            Optional<Evidence> evidence,
            Optional<String> reason,
            List<String> entities,
            String sentence) {
        static final Seen NOTHING = new Seen(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), "");
    }

    /** What a command says. */
    record Said(Optional<String> reason, List<String> entities, OptionalInt until, String sentence) {
        static Said nothingMore(String sentence) {
            return new Said(Optional.empty(), List.of(), OptionalInt.empty(), sentence);
        }
    }
}
