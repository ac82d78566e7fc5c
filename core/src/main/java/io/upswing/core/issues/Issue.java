package io.upswing.core.issues;

import io.upswing.core.issues.IssueEvent.Run;
import io.upswing.core.issues.Rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An issue as its events leave it. Immutable.
 *
 * @param ruleVersion under which it was raised
 * @param episode     from 1; each time it comes back another one
 * @param raisedOn    the day on which this episode began
 * @param endedOn     the day on which this episode ended; empty while it is open
 * @param evidence    on which this episode stands
 * @param acknowledged whether somebody has, in this episode
 * @param escalated   whether it has, in this episode
 * @param disputed    whether the rep has disputed it, in this episode
 * @param silentUntil the last day of the silence that holds in this episode
 */
public record Issue(
        String id,
        String rep,
        String rule,
        int ruleVersion,
        Status status,
        Severity severity,
        int episode,
        Run run,
        int raisedOn,
        OptionalInt endedOn,
        Evidence evidence,
        boolean acknowledged,
        boolean escalated,
        boolean disputed,
        OptionalInt silentUntil,
        String sentence) {
    /** Where an issue is in its life. */
    public enum Status {
        /** In breach, but not for long enough; there is no issue yet. */
        PENDING("pending"),
        RAISED("raised"),
        ACKNOWLEDGED("acknowledged"),
        ESCALATED("escalated"),
        RESOLVED("resolved"),
        DISMISSED("dismissed"),
        WITHDRAWN("withdrawn");

        private final String id;

        Status(String id) {
            this.id = id;
        }

        /** As in topics and REST. */
        public String id() {
            return id;
        }

        /** Whether an issue in it asks for something. */
        public boolean isOpen() {
            return this == RAISED || this == ACKNOWLEDGED || this == ESCALATED;
        }
    }

    /** Whether a person is not to be told on a day. */
    public boolean isSilent(int day) {
        return silentUntil.isPresent() && day <= silentUntil.getAsInt();
    }

    /** The issue that events leave; empty if there are none. */
    public static Optional<Issue> of(List<IssueEvent> events) {
        Optional<Issue> issue = Optional.empty();
        for (IssueEvent event : events) {
            issue = Optional.of(after(issue, event));
        }
        return issue;
    }

    /**
     * The issue after one more event.
     *
     * @throws IllegalStateException if that can't happen to it
     */
    static Issue after(Optional<Issue> before, IssueEvent event) {
        Status from = event.type() == IssueEvent.Type.RAISED
                ? Status.PENDING
                : before.map(Issue::status).orElse(begin(event));
        Transition transition = Transition.of(from, event.type())
                .orElseThrow(() -> new IllegalStateException("an issue that is " + from + " can't be " + event.type()));
        return event.type() == IssueEvent.Type.RAISED || event.type() == IssueEvent.Type.REGRESSED
                ? begun(event)
                : before.orElseThrow().changed(transition.to(), event);
    }

    /** Before the first event that is known: of a later episode a track may have left the ones before behind. */
    private static Status begin(IssueEvent event) {
        return event.type() == IssueEvent.Type.REGRESSED ? Status.RESOLVED : Status.PENDING;
    }

    private static Issue begun(IssueEvent event) {
        return new Issue(
                event.issue(),
                event.rep(),
                event.rule(),
                event.ruleVersion(),
                Status.RAISED,
                event.severity(),
                event.episode(),
                event.run().orElseThrow(),
                event.stamp().day(),
                OptionalInt.empty(),
                event.evidence().orElseThrow(),
                false,
                false,
                false,
                OptionalInt.empty(),
                event.sentence());
    }

    private Issue changed(Status to, IssueEvent event) {
        return new Issue(
                id,
                rep,
                rule,
                ruleVersion,
                to,
                severity,
                episode,
                event.run().orElse(run),
                raisedOn,
                to.isOpen() ? OptionalInt.empty() : OptionalInt.of(event.stamp().day()),
                event.type() == IssueEvent.Type.CORRECTED ? event.evidence().orElse(evidence) : evidence,
                acknowledged || event.type() == IssueEvent.Type.ACKNOWLEDGED,
                escalated || event.type() == IssueEvent.Type.ESCALATED,
                disputed || event.type() == IssueEvent.Type.DISPUTED,
                event.type() == IssueEvent.Type.SILENCED ? event.until() : silentUntil,
                event.type() == IssueEvent.Type.CORRECTED
                        ? event.evidence().map(Evidence::sentence).orElse(sentence)
                        : sentence);
    }
}
