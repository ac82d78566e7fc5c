package io.upswing.producers.simulator;

import io.upswing.schemas.ActivityEvent;
import io.upswing.schemas.ActivityField;
import io.upswing.schemas.ActivityPatch;
import io.upswing.schemas.ActivityState;
import io.upswing.schemas.Credit;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealField;
import io.upswing.schemas.DealPatch;
import io.upswing.schemas.DealState;
import io.upswing.schemas.Deleted;
import io.upswing.schemas.Gap;
import io.upswing.schemas.Leave;
import io.upswing.schemas.Merged;
import io.upswing.schemas.QuotaEvent;
import io.upswing.schemas.QuotaState;
import io.upswing.schemas.RepEvent;
import io.upswing.schemas.RepState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of the truth. An empty value: the change says nothing of it. {@value #NONE}: it says that there is none. */
record TruthRows(ZoneId zone) {
    static final String NONE = "-";

    private static final String UNSAID = "";

    static final List<String> DEAL = List.of(
            "recorded",
            "deal",
            "version",
            "occurred",
            "event",
            "status",
            "amount",
            "currency",
            "created",
            "closed",
            "owner",
            "credits");
    static final List<String> ACTIVITY = List.of(
            "recorded",
            "activity",
            "version",
            "occurred",
            "event",
            "kind",
            "status",
            "happened",
            "happened_at",
            "logged",
            "logged_at",
            "owner",
            "deal",
            "channel");
    static final List<String> REP = List.of(
            "recorded",
            "rep",
            "version",
            "occurred",
            "event",
            "effective",
            "retracted",
            "team",
            "region",
            "hired",
            "leaves");
    static final List<String> QUOTA = List.of(
            "recorded", "rep", "version", "occurred", "event", "period", "start", "effective", "retracted", "amount");

    static List<List<String>> settings(SimulationSettings settings) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("seed", Long.toString(settings.seed())));
        rows.add(List.of("first_day", settings.firstDay().toString()));
        rows.add(List.of("last_day", settings.lastDay().toString()));
        rows.add(List.of("reps", Integer.toString(settings.reps())));
        rows.add(List.of("teams", Integer.toString(settings.teams())));
        rows.add(List.of("regions", Integer.toString(settings.regions())));
        rows.add(List.of("zone", settings.zone().getId()));
        rows.add(List.of("currency", settings.currency().getCurrencyCode()));
        rows.add(List.of(
                "fiscal_year_start", Integer.toString(settings.fiscalYearStart().getValue())));
        settings.shares()
                .forEach((ingredient, share) -> rows.add(List.of("share." + ingredient.id(), share.toString())));
        settings.declines()
                .forEach(decline -> rows.add(List.of(
                        "decline." + decline.rep(),
                        decline.from() + "/" + decline.until() + " " + decline.factor()
                                + (decline.kind() == Decline.Kind.CLOSING ? " of closing" : ""))));
        settings.steadyReps()
                .forEach(
                        steady -> rows.add(List.of("steady." + steady.rep(), steady.winsPer30Days() + habits(steady))));
        return rows;
    }

    private static String habits(SteadyRep steady) {
        return steady.habits()
                .map(habits -> " losses " + habits.lossesPer30Days() + ", cycle " + habits.medianCycleDays()
                        + ", amount " + habits.medianAmount() + ", activities " + habits.activitiesPerWorkingDay())
                .orElse("");
    }

    List<String> deal(LocalDate told, String id, DealEvent event) {
        List<String> row = head(told, id, event.getSourceVersion(), event.getOccurredAt(), event.getEventId());
        switch (event.getChange()) {
            case DealState state -> {
                row.add(state.getStatus().name());
                row.add(none(state.getAmountMinor()));
                row.add(none(state.getCurrency()));
                row.add(day(state.getCreated()));
                row.add(day(state.getClosed()));
                row.add(none(state.getOwner()));
                row.add(credits(state.getCredits()));
            }
            case DealPatch patch -> {
                List<DealField> cleared = patch.getCleared();
                row.add(unsaid(patch.getStatus()));
                row.add(said(patch.getAmountMinor(), cleared.contains(DealField.AMOUNT)));
                row.add(said(patch.getCurrency(), cleared.contains(DealField.CURRENCY)));
                row.add(said(date(patch.getCreated()), cleared.contains(DealField.CREATED)));
                row.add(said(date(patch.getClosed()), cleared.contains(DealField.CLOSED)));
                row.add(said(patch.getOwner(), cleared.contains(DealField.OWNER)));
                row.add(
                        patch.getCredits() != null
                                ? credits(patch.getCredits())
                                : cleared.contains(DealField.CREDITS) ? NONE : UNSAID);
            }
            case Deleted ignored -> gone(row, "DELETED", DEAL);
            case Merged ignored -> gone(row, "MERGED", DEAL);
            case Gap ignored -> gone(row, UNSAID, DEAL);
            default -> throw new IllegalStateException("no change of a deal: " + event.getChange());
        }
        return row;
    }

    List<String> activity(LocalDate told, String id, ActivityEvent event) {
        List<String> row = head(told, id, event.getSourceVersion(), event.getOccurredAt(), event.getEventId());
        switch (event.getChange()) {
            case ActivityState state -> {
                row.add(state.getKind().name());
                row.add(state.getStatus().name());
                row.add(day(state.getHappened()));
                row.add(moment(state.getHappened()));
                row.add(day(state.getLogged()));
                row.add(moment(state.getLogged()));
                row.add(none(state.getOwner()));
                row.add(none(state.getDeal()));
                row.add(none(state.getChannel()));
            }
            case ActivityPatch patch -> {
                List<ActivityField> cleared = patch.getCleared();
                boolean noTime = cleared.contains(ActivityField.HAPPENED);
                boolean noLog = cleared.contains(ActivityField.LOGGED);
                row.add(unsaid(patch.getKind()));
                row.add(unsaid(patch.getStatus()));
                row.add(said(date(patch.getHappened()), noTime));
                row.add(patch.getHappened() == null && !noTime ? UNSAID : moment(patch.getHappened()));
                row.add(said(date(patch.getLogged()), noLog));
                row.add(patch.getLogged() == null && !noLog ? UNSAID : moment(patch.getLogged()));
                row.add(said(patch.getOwner(), cleared.contains(ActivityField.OWNER)));
                row.add(said(patch.getDeal(), cleared.contains(ActivityField.DEAL)));
                row.add(said(patch.getChannel(), cleared.contains(ActivityField.CHANNEL)));
            }
            case Deleted ignored -> goneActivity(row, "DELETED");
            case Merged ignored -> goneActivity(row, "MERGED");
            case Gap ignored -> gone(row, UNSAID, ACTIVITY);
            default -> throw new IllegalStateException("no change of an activity: " + event.getChange());
        }
        return row;
    }

    List<String> rep(LocalDate told, String id, RepEvent event) {
        List<String> row = head(told, id, event.getSourceVersion(), event.getOccurredAt(), event.getEventId());
        row.add(event.getEffectiveFrom().toString());
        if (event.getChange() instanceof RepState state) {
            row.addAll(List.of("0", none(state.getTeam()), none(state.getRegion()), none(state.getHired())));
            row.add(
                    state.getLeaves().isEmpty()
                            ? NONE
                            : state.getLeaves().stream().map(TruthRows::leave).collect(Collectors.joining(" ")));
        } else {
            row.addAll(List.of("1", NONE, NONE, NONE, NONE));
        }
        return row;
    }

    List<String> quota(LocalDate told, String id, QuotaEvent event) {
        List<String> row = head(told, id, event.getSourceVersion(), event.getOccurredAt(), event.getEventId());
        row.add(event.getPeriod().name());
        row.add(event.getPeriodStart().toString());
        @Nullable LocalDate effective = event.getEffectiveFrom();
        row.add((effective == null ? event.getPeriodStart() : effective).toString());
        row.addAll(
                event.getChange() instanceof QuotaState state
                        ? List.of("0", Long.toString(state.getAmountMinor()))
                        : List.of("1", NONE));
        return row;
    }

    private static List<String> head(
            LocalDate told, String id, @Nullable Long version, Instant occurredAt, String eventId) {
        List<String> row = new ArrayList<>();
        row.add(told.toString());
        row.add(id);
        row.add(none(version));
        row.add(Long.toString(occurredAt.toEpochMilli()));
        row.add(eventId);
        return row;
    }

    private static void gone(List<String> row, String status, List<String> columns) {
        row.add(status);
        fill(row, columns);
    }

    /** An activity's kind stands before its status. */
    private static void goneActivity(List<String> row, String status) {
        row.add(UNSAID);
        gone(row, status, ACTIVITY);
    }

    private static void fill(List<String> row, List<String> columns) {
        while (row.size() < columns.size()) {
            row.add(UNSAID);
        }
    }

    private static String none(@Nullable Object value) {
        return value == null ? NONE : value.toString();
    }

    private static String unsaid(@Nullable Object value) {
        return value == null ? UNSAID : value.toString();
    }

    private static String said(@Nullable Object value, boolean cleared) {
        return cleared ? NONE : unsaid(value);
    }

    private static String credits(List<Credit> credits) {
        return credits.isEmpty()
                ? NONE
                : credits.stream()
                        .map(credit -> credit.getRep() + ":" + credit.getBasisPoints())
                        .collect(Collectors.joining(" "));
    }

    private static String leave(Leave leave) {
        return leave.getFrom() + "/" + (leave.getTo() == null ? "" : leave.getTo());
    }

    private String day(@Nullable Object dateOrInstant) {
        return none(date(dateOrInstant));
    }

    private @Nullable LocalDate date(@Nullable Object dateOrInstant) {
        return dateOrInstant instanceof Instant instant
                ? instant.atZone(zone).toLocalDate()
                : (LocalDate) dateOrInstant;
    }

    /** Milliseconds, where it is known better than to the day. */
    private static String moment(@Nullable Object dateOrInstant) {
        return dateOrInstant instanceof Instant instant ? Long.toString(instant.toEpochMilli()) : NONE;
    }
}
