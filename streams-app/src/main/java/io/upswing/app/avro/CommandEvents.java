package io.upswing.app.avro;

import io.upswing.core.command.Author;
import io.upswing.core.command.CommandHeader;
import io.upswing.core.issues.IssueCommand;
import io.upswing.core.issues.IssueCommand.Target;
import io.upswing.core.plans.Outcome;
import io.upswing.core.plans.PlanCommand;
import io.upswing.core.rep.RepCommand;
import io.upswing.core.source.Refusal;
import io.upswing.core.source.Refusal.Reason;
import io.upswing.schemas.CommandEvent;
import io.upswing.schemas.IssueAcknowledge;
import io.upswing.schemas.IssueDismiss;
import io.upswing.schemas.IssueDispute;
import io.upswing.schemas.IssueSilence;
import io.upswing.schemas.PlanAcknowledge;
import io.upswing.schemas.PlanActivate;
import io.upswing.schemas.PlanAddAction;
import io.upswing.schemas.PlanCancel;
import io.upswing.schemas.PlanComplete;
import io.upswing.schemas.PlanCompleteAction;
import io.upswing.schemas.PlanDraft;
import io.upswing.schemas.PlanEdit;
import io.upswing.schemas.PlanExtend;
import io.upswing.schemas.PlanHoldCheckIn;
import io.upswing.schemas.PlanPause;
import io.upswing.schemas.PlanPropose;
import io.upswing.schemas.PlanResume;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Commands as the rep stage takes them.
 *
 * @param terms of plans
 */
public record CommandEvents(PlanTermsAvro terms) {
    private static final int MOST_DEALS = 10_000;

    /**
     * What a command says of a rep.
     *
     * @throws RefusedException if a field can't be taken
     */
    public RepCommand command(String rep, CommandEvent event) {
        CommandHeader header = new CommandHeader(
                required("commandId", event.getCommandId()),
                rep,
                new Author(
                        required("author", event.getAuthor().getId()),
                        switch (event.getAuthor().getRole()) {
                            case REP -> Author.Role.REP;
                            case MANAGER -> Author.Role.MANAGER;
                            case HR -> Author.Role.HR;
                        }),
                event.getOccurredAt().toEpochMilli(),
                Ids.of("note", event.getNote()));
        return switch (event.getCommand()) {
            case IssueAcknowledge c ->
                issue(header, new IssueCommand.Acknowledge(target(c.getRule(), c.getIssue(), c.getEpisode())));
            case IssueDispute c ->
                issue(header, new IssueCommand.Dispute(target(c.getRule(), c.getIssue(), c.getEpisode()), deals(c)));
            case IssueDismiss c ->
                issue(header, new IssueCommand.Dismiss(target(c.getRule(), c.getIssue(), c.getEpisode()), reason(c)));
            case IssueSilence c ->
                issue(
                        header,
                        new IssueCommand.Silence(
                                target(c.getRule(), c.getIssue(), c.getEpisode()), Dates.day("until", c.getUntil())));
            default -> new RepCommand.OfPlan(header, plan(event.getCommand()));
        };
    }

    private static RepCommand issue(CommandHeader header, IssueCommand command) {
        return new RepCommand.OfIssue(header, command);
    }

    private static String required(String field, String id) {
        return Ids.of(field, id).orElseThrow(() -> PlanTermsAvro.undecodable(field + " is empty"));
    }

    private static Target target(String rule, @Nullable String issue, @Nullable Integer episode) {
        return new Target(
                required("rule", rule),
                Ids.of("issue", issue),
                episode == null ? OptionalInt.empty() : OptionalInt.of(episode));
    }

    private static List<String> deals(IssueDispute dispute) {
        if (dispute.getDeals().size() > MOST_DEALS) {
            throw new RefusedException(new Refusal(
                    Reason.TOO_MANY_PARTS, dispute.getDeals().size() + " deals, not at most " + MOST_DEALS));
        }
        return dispute.getDeals().stream().map(deal -> Ids.word("deal", deal)).toList();
    }

    private static IssueCommand.Reason reason(IssueDismiss dismiss) {
        return switch (dismiss.getReason()) {
            case WRONG_DATA -> IssueCommand.Reason.WRONG_DATA;
            case KNOWN_CAUSE -> IssueCommand.Reason.KNOWN_CAUSE;
            case UNFIT_RULE -> IssueCommand.Reason.UNFIT_RULE;
            case OTHER -> IssueCommand.Reason.OTHER;
        };
    }

    private PlanCommand plan(Object command) {
        return switch (command) {
            case PlanDraft c -> new PlanCommand.Draft(id(c.getPlan()), terms.terms(c.getTerms()));
            case PlanEdit c -> new PlanCommand.Edit(id(c.getPlan()), terms.terms(c.getTerms()));
            case PlanPropose c -> new PlanCommand.Propose(id(c.getPlan()));
            case PlanAcknowledge c -> new PlanCommand.Acknowledge(id(c.getPlan()));
            case PlanActivate c -> new PlanCommand.Activate(id(c.getPlan()));
            case PlanPause c -> new PlanCommand.Pause(id(c.getPlan()));
            case PlanResume c -> new PlanCommand.Resume(id(c.getPlan()));
            case PlanExtend c -> new PlanCommand.Extend(id(c.getPlan()), Dates.day("deadline", c.getDeadline()));
            case PlanAddAction c -> new PlanCommand.AddAction(id(c.getPlan()), PlanTermsAvro.action(c.getAction()));
            case PlanCompleteAction c ->
                new PlanCommand.CompleteAction(id(c.getPlan()), Ids.word("action", c.getAction()));
            case PlanHoldCheckIn c -> new PlanCommand.HoldCheckIn(id(c.getPlan()));
            case PlanComplete c ->
                new PlanCommand.Complete(
                        id(c.getPlan()),
                        switch (c.getOutcome()) {
                            case MET -> Outcome.MET;
                            case PARTLY_MET -> Outcome.PARTLY_MET;
                            case NOT_MET -> Outcome.NOT_MET;
                        });
            case PlanCancel c -> new PlanCommand.Cancel(id(c.getPlan()));
            default ->
                throw PlanTermsAvro.undecodable(
                        "no command: " + command.getClass().getSimpleName());
        };
    }

    private static String id(String plan) {
        return required("plan", plan);
    }
}
