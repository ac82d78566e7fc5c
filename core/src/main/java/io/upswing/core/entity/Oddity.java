package io.upswing.core.entity;

import io.upswing.core.entity.ActivityState.Moment;
import io.upswing.core.entity.DealState.Share;
import io.upswing.core.entity.DealState.Status;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What is odd about a deal or an activity, though true: it counts as far as it can, and is shown. */
public enum Oddity {
    /** No owner and no credited rep. */
    UNASSIGNED("unassigned"),
    /** Open, but without a creation date: not counted as open. */
    NO_CREATED_DATE("no-created-date"),
    /** Won or lost, but without a close date: not counted as closed, and no longer as open. */
    CLOSED_WITHOUT_DATE("closed-without-date"),
    /** Won without an amount. */
    WON_WITHOUT_AMOUNT("won-without-amount"),
    /** The amount is in another currency than the reporting currency: held. */
    FOREIGN_CURRENCY("foreign-currency"),
    /** The amount is below zero. */
    NEGATIVE_AMOUNT("negative-amount"),
    /** The close date lies before the creation date. */
    CLOSED_BEFORE_CREATED("closed-before-created"),
    /** The shares of credit don't add up to 10000 basis points: they count in proportion. */
    SHARES_NOT_WHOLE("shares-not-whole"),
    /** An activity that is done on no known day: it counts on none. */
    DONE_WITHOUT_DATE("done-without-date"),
    /** An activity of which only patches are known, and none says its kind: not counted. */
    NO_KIND("no-kind"),
    /** An activity that was logged more than two days after it happened. */
    LOGGED_LATE("logged-late"),
    /** Changes were missed since the last whole state. */
    GAP("gap");

    private static final long LATE_SECONDS = 2 * 86_400L;

    private final String id;

    Oddity(String id) {
        this.id = id;
    }

    /** Stable, in kebab-case. */
    public String id() {
        return id;
    }

    static Set<Oddity> of(Deal deal, String reportingCurrency) {
        Set<Oddity> odd = EnumSet.noneOf(Oddity.class);
        Status status = deal.status().orElse(Status.DELETED);
        if (status == Status.DELETED || status == Status.MERGED) {
            return odd;
        }
        flag(odd, UNASSIGNED, deal.owner().isEmpty() && deal.credits().value().isEmpty());
        flag(odd, NO_CREATED_DATE, deal.created().value().isEmpty());
        flag(
                odd,
                CLOSED_WITHOUT_DATE,
                status.isClosed() && deal.closed().value().isEmpty());
        flag(
                odd,
                WON_WITHOUT_AMOUNT,
                status == Status.WON && deal.amount().value().isEmpty());
        flag(
                odd,
                FOREIGN_CURRENCY,
                deal.currency().value().map(c -> !c.equals(reportingCurrency)).orElse(false));
        flag(odd, NEGATIVE_AMOUNT, deal.amount().value().orElse(0) < 0);
        flag(odd, CLOSED_BEFORE_CREATED, status.isClosed() && closedBeforeCreated(deal));
        int shares =
                deal.credits().value().stream().mapToInt(Share::basisPoints).sum();
        flag(odd, SHARES_NOT_WHOLE, shares != 0 && shares != 10_000);
        flag(odd, GAP, deal.spoken().hasGap());
        return odd;
    }

    static Set<Oddity> of(Activity activity) {
        Set<Oddity> odd = EnumSet.noneOf(Oddity.class);
        if (!activity.isThere()) {
            return odd;
        }
        Optional<Moment> happened = activity.happened().value();
        flag(odd, UNASSIGNED, activity.owner().value().isEmpty());
        flag(odd, NO_KIND, activity.kind().value().isEmpty());
        flag(odd, DONE_WITHOUT_DATE, activity.isDone() && happened.isEmpty());
        flag(odd, LOGGED_LATE, activity.isDone() && activity.loggingDelay().orElse(0) > LATE_SECONDS);
        flag(odd, GAP, activity.spoken().hasGap());
        return odd;
    }

    private static boolean closedBeforeCreated(Deal deal) {
        return deal.created().value().isPresent()
                && deal.closed().value().isPresent()
                && deal.closed().value().getAsInt() < deal.created().value().getAsInt();
    }

    private static void flag(Set<Oddity> odd, Oddity oddity, boolean is) {
        if (is) {
            odd.add(oddity);
        }
    }
}
