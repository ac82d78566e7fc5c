package io.upswing.producers.publish;

import io.upswing.schemas.Credit;
import io.upswing.schemas.DealPatch;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields that a whole state and a patch of a deal both set. Each method throws {@link InvalidEventException} for a value
 * that Upswing would not take.
 *
 * @param <B> the builder
 */
public abstract sealed class DealFields<B extends DealFields<B>> permits DealEvents.Whole, DealEvents.Patch {
    final String id;
    final Revision revision;
    final Check check;
    final DealPatch fields = DealPatch.newBuilder().build();
    final List<Credit> credits = new ArrayList<>();

    DealFields(String id, Revision revision, Check check) {
        this.id = id;
        this.revision = revision;
        this.check = check;
    }

    abstract B self();

    /** The pipeline stage, in the CRM's words. */
    public B stage(String stage) {
        fields.setStage(check.word("stage", stage));
        return self();
    }

    /**
     * The amount and its currency.
     *
     * @param amount in whole units, with no more decimals than the currency has: {@code 1250.00}
     * @param currency ISO 4217
     */
    public B amount(BigDecimal amount, String currency) {
        Check.Money money = check.money("amount", amount, currency);
        return amountMinor(money.minor()).currency(money.currency());
    }

    /**
     * The amount without its currency: in a whole state the reporting currency's, in a patch the one that the deal has.
     *
     * @param minor in minor units (cents)
     */
    public B amountMinor(long minor) {
        fields.setAmountMinor(check.minor("amount", minor));
        return self();
    }

    /** The currency of the amount, of ISO 4217. */
    public B currency(String currency) {
        fields.setCurrency(check.currency(currency));
        return self();
    }

    /** The day on which the deal was opened. */
    public B created(LocalDate day) {
        fields.setCreated(check.date("created", day));
        return self();
    }

    /** When the deal was opened; dated in the organization's time zone. */
    public B created(Instant moment) {
        fields.setCreated(check.instant("created", moment));
        return self();
    }

    /** The day on which the deal was won or lost. */
    public B closed(LocalDate day) {
        fields.setClosed(check.date("closed", day));
        return self();
    }

    /** When the deal was won or lost; dated in the organization's time zone. */
    public B closed(Instant moment) {
        fields.setClosed(check.instant("closed", moment));
        return self();
    }

    /** The day on which the deal is expected to close. */
    public B expectedClose(LocalDate day) {
        fields.setExpectedClose(check.date("expectedClose", day));
        return self();
    }

    /** Who owns the deal: a rep's opaque id. */
    public B owner(String rep) {
        fields.setOwner(check.id("owner", rep));
        return self();
    }

    /**
     * A rep for whom the deal counts, beside those given before; the first of them gets the counts. Without any it is the
     * owner. In a patch these are all of them: those that the deal had are replaced.
     *
     * @param basisPoints the rep's share of the money, 1 to {@value Limits#MAX_SHARE}; all shares together at most
     *     {@value Limits#MAX_SHARES_TOGETHER}
     */
    public B credit(String rep, int basisPoints) {
        String credited = check.id("credits", rep);
        if (basisPoints < 1 || basisPoints > Limits.MAX_SHARE) {
            throw check.invalid(
                    "credits", "give %s %d basis points, not 1 to %d".formatted(rep, basisPoints, Limits.MAX_SHARE));
        }
        int together =
                basisPoints + credits.stream().mapToInt(Credit::getBasisPoints).sum();
        if (together > Limits.MAX_SHARES_TOGETHER) {
            throw check.invalid(
                    "credits",
                    "add up to %d basis points, not at most %d".formatted(together, Limits.MAX_SHARES_TOGETHER));
        }
        credits.add(new Credit(credited, basisPoints));
        return self();
    }
}
