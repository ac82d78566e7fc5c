package io.upswing.producers.publish;

import io.upswing.schemas.QuotaEvent;
import io.upswing.schemas.QuotaPeriod;
import io.upswing.schemas.QuotaRetracted;
import io.upswing.schemas.QuotaState;
import io.upswing.schemas.topics.TopicCatalogue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of the quotas of reps. Every method throws {@link InvalidEventException} for what Upswing would not take.
 */
public final class QuotaEvents {
    private static final String KIND = "quota";
    private static final int MONTHS_OF_QUARTER = 3;

    private final Source source;

    QuotaEvents(Source source) {
        this.source = source;
    }

    /** A rep's quota for a calendar month. */
    public Quota month(String rep, Revision revision, YearMonth month) {
        return quota(rep, revision, QuotaPeriod.MONTH, month, 1);
    }

    /** A rep's quota for a quarter of the fiscal year, named by its first month. */
    public Quota quarter(String rep, Revision revision, YearMonth first) {
        return quota(rep, revision, QuotaPeriod.QUARTER, first, MONTHS_OF_QUARTER);
    }

    private Quota quota(String rep, Revision revision, QuotaPeriod period, YearMonth first, int months) {
        Check check = Check.of("quota of rep", rep);
        source.check(check, revision);
        LocalDate start = check.date("periodStart", first.atDay(1));
        return new Quota(rep, revision, check, period, start, start.plusMonths(months), null);
    }

    /** Says the amount of one rep's quota for one period. Immutable. */
    public final class Quota {
        private final String rep;
        private final Revision revision;
        private final Check check;
        private final QuotaPeriod period;
        private final LocalDate start;
        private final LocalDate next;
        private final @Nullable LocalDate effectiveFrom;

        private Quota(
                String rep,
                Revision revision,
                Check check,
                QuotaPeriod period,
                LocalDate start,
                LocalDate next,
                @Nullable LocalDate effectiveFrom) {
            this.rep = rep;
            this.revision = revision;
            this.check = check;
            this.period = period;
            this.start = start;
            this.next = next;
            this.effectiveFrom = effectiveFrom;
        }

        /** From which day of the period on the amount holds, if not from its first: a quota changed in mid-period. */
        public Quota from(LocalDate day) {
            if (day.isBefore(start) || !day.isBefore(next)) {
                throw check.invalid("effectiveFrom", "is %s, not %s to %s".formatted(day, start, next.minusDays(1)));
            }
            return new Quota(rep, revision, check, period, start, next, day);
        }

        /**
         * The whole period's quota is this, though it holds from a day in mid-period.
         *
         * @param amount in whole units, with no more decimals than the currency has
         * @param currency the reporting currency; no other is taken
         */
        public SourceEvent<QuotaEvent> amount(BigDecimal amount, String currency) {
            Check.Money money = check.money("amount", amount, currency);
            return event(new QuotaState(notNegative(money.minor()), money.currency()));
        }

        /** As {@link #amount}, in minor units of the reporting currency. */
        public SourceEvent<QuotaEvent> amountMinor(long minor) {
            return event(new QuotaState(notNegative(check.minor("amount", minor)), null));
        }

        /** What was said for this period and day was wrong: it no longer holds. */
        public SourceEvent<QuotaEvent> retracted() {
            return event(new QuotaRetracted());
        }

        private long notNegative(long minor) {
            if (minor < 0) {
                throw check.invalid("amount", "is " + minor + " minor units, not 0 or more");
            }
            return minor;
        }

        private SourceEvent<QuotaEvent> event(SpecificRecord change) {
            QuotaEvent event = new QuotaEvent(
                    "",
                    source.name(),
                    revision.versionOrNull(),
                    revision.occurredAt(),
                    period,
                    start,
                    effectiveFrom,
                    change);
            event.setEventId(revision.eventId().orElseGet(() -> EventIds.of(KIND, rep, event)));
            return new SourceEvent<>(
                    TopicCatalogue::quotas,
                    rep,
                    Optional.of(event),
                    source.attributes(event.getEventId(), event, Optional.of(revision.occurredAt()), rep));
        }
    }
}
