package io.upswing.core.issues;

import io.upswing.core.command.Cause;
import io.upswing.core.command.Happened;
import io.upswing.core.command.Stamp;
import io.upswing.core.issues.Rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that happened to an issue.
 *
 * @param issue       the issue's id: the same for all its episodes
 * @param ruleVersion in force
 * @param episode     from 1
 * @param page        whether a person is to be told now: not while silenced, nor while a plan answers it
 * @param evidence    what was seen; empty for what a command says
 * @param reason      for a person: why it was resolved, withdrawn, dismissed
 * @param entities    deals that the rep disputes; or, kind and id, those whose correction may have moved the figures that the
 *                    rule has read; at most 100: of more the sentence says how many
 * @param until       of a silence, the last day
 * @param sentence    for a person
 */
public record IssueEvent(
        Stamp stamp,
        Type type,
        String issue,
        String rep,
        String rule,
        int ruleVersion,
        int episode,
        Severity severity,
        boolean page,
        Cause cause,
        Optional<Run> run,
        Optional<Evidence> evidence,
        Optional<String> reason,
        List<String> entities,
        OptionalInt until,
        String sentence)
        implements Happened {
    public IssueEvent {
        entities = List.copyOf(entities);
    }

    /** Without what a track doesn't keep for ever. */
    IssueEvent withoutEntities() {
        return new IssueEvent(
                stamp,
                type,
                issue,
                rep,
                rule,
                ruleVersion,
                episode,
                severity,
                page,
                cause,
                run,
                evidence,
                reason,
                List.of(),
                until,
                sentence);
    }

    /** What can happen. */
    public enum Type {
        RAISED,
        /** Raised again within 90 days of its end: the old issue with its history. */
        REGRESSED,
        ACKNOWLEDGED,
        ESCALATED,
        SILENCED,
        DISPUTED,
        /** A correction changed the evidence on which it stands, but not that it stands. */
        CORRECTED,
        RESOLVED,
        DISMISSED,
        /** A correction took its ground away. */
        WITHDRAWN
    }

    /**
     * The closes in a row that raised it.
     *
     * @param from the first day in breach
     * @param to   the day on which it was raised
     */
    public record Run(int from, int to) {}
}
