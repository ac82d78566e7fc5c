package io.upswing.core.issues;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a person says of an open issue. It is bound to the episode, and ends with it. */
public sealed interface IssueCommand {
    /** Which issue: that of the rep under this rule. */
    Target target();

    /**
     * An issue by its rule.
     *
     * @param issue   the issue's id, if it must be this one; all its episodes have it
     * @param episode of the issue, if it must be this one
     */
    record Target(String rule, Optional<String> issue, OptionalInt episode) {
        /** Of whichever episode is open. */
        public Target(String rule, Optional<String> issue) {
            this(rule, issue, OptionalInt.empty());
        }
    }

    /** Somebody has seen it and takes care of it. */
    record Acknowledge(Target target) implements IssueCommand {}

    /**
     * The rep contests it.
     *
     * @param deals whose figures are wrong; may be empty
     */
    record Dispute(Target target, List<String> deals) implements IssueCommand {
        public Dispute {
            deals = List.copyOf(deals);
        }
    }

    /** It is none. */
    record Dismiss(Target target, Reason reason) implements IssueCommand {}

    /**
     * Nobody is to be told for a while.
     *
     * @param until the last day
     */
    record Silence(Target target, int until) implements IssueCommand {}

    /** Why an issue is dismissed. */
    enum Reason {
        /** The data are wrong. */
        WRONG_DATA("wrong-data"),
        /** The cause is known and lies outside the rep's work. */
        KNOWN_CAUSE("known-cause"),
        /** The rule's limits don't fit. */
        UNFIT_RULE("unfit-rule"),
        /** What the note says. */
        OTHER("other");

        private final String id;

        Reason(String id) {
            this.id = id;
        }

        /** As in topics and REST. */
        public String id() {
            return id;
        }
    }
}
