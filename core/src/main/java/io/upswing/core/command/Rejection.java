package io.upswing.core.command;

/**
 * Why a command is not carried out.
 *
 * @param rule    that it breaks
 * @param detail  for a person: what is wrong with it
 * @param instead for a person: what would be right
 */
public record Rejection(Rule rule, String detail, String instead) {
    /** The rules; their ids stand in results. */
    public enum Rule {
        /** No open issue of the rep under that rule, or another one than was named. */
        UNKNOWN_ISSUE("unknown-issue"),
        /** Neither has HR told of the rep, nor are there facts. */
        UNKNOWN_REP("unknown-rep"),
        /** The rep has no such plan. */
        UNKNOWN_PLAN("unknown-plan"),
        /** The rep has a plan of that id. */
        PLAN_EXISTS("plan-exists"),
        /** The plan has no such goal or action. */
        UNKNOWN_PART("unknown-part"),
        /** Not in this state. */
        WRONG_STATE("wrong-state"),
        /** Not by this role, or not by this person. */
        WRONG_ROLE("wrong-role"),
        /** A number, date or list out of bounds. */
        OUT_OF_BOUNDS("out-of-bounds"),
        /** More than are kept of a case. */
        TOO_MANY("too-many"),
        /** A command of that id has said something else. */
        ID_REUSED("id-reused"),
        /** A window that is not kept, or a KPI that has none there. */
        NO_SUCH_MEASURE("no-such-measure"),
        /** No baseline: the evaluation has no data for it. */
        NO_DATA("no-data"),
        /** A target that is no better than the baseline. */
        NO_IMPROVEMENT("no-improvement");

        private final String id;

        Rule(String id) {
            this.id = id;
        }

        /** Stable, in kebab-case. */
        public String id() {
            return id;
        }
    }
}
