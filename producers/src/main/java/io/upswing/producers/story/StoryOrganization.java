package io.upswing.producers.story;

import io.upswing.producers.csv.ImportRecord;
import io.upswing.producers.csv.Supplement;
import io.upswing.schemas.Name;
import io.upswing.schemas.QuotaEvent;
import io.upswing.schemas.QuotaPeriod;
import io.upswing.schemas.QuotaState;
import io.upswing.schemas.RepEvent;
import io.upswing.schemas.RepState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who the rep is, told on the first day, and what is expected: a quota for each month and quarter from the first whole quarter
 * with deals on, told some days ahead.
 */
final class StoryOrganization implements Supplement {
    /** In whole units of the currency: a little less than 24 deals bring on average. */
    private static final long QUOTA_PER_MONTH = 55_000;

    private static final LocalDate FIRST_PERIOD = LocalDate.of(2017, 4, 1);
    private static final int TOLD_DAYS_AHEAD = 10;
    private static final LocalTime OFFICE_HOUR = LocalTime.of(9, 0);

    private final ZoneId zone;
    private final long minorUnits;
    private final Map<LocalDate, List<ImportRecord>> days = new HashMap<>();

    StoryOrganization(ZoneId zone, Currency currency) {
        this.zone = zone;
        this.minorUnits = Math.round(StrictMath.pow(10, Math.max(0, currency.getDefaultFractionDigits())));
        tell(DemoStory.FIRST_DAY, name("team:" + DemoStory.TEAM, DemoStory.TEAM_NAME));
        tell(DemoStory.FIRST_DAY, name("rep:" + DemoStory.REP, DemoStory.REP_NAME));
        tell(DemoStory.FIRST_DAY, rep());
        quotas(QuotaPeriod.MONTH, 1);
        quotas(QuotaPeriod.QUARTER, 3);
    }

    private static ImportRecord name(String key, String name) {
        return new ImportRecord.OfName(key, Name.newBuilder().setName(name).build(), Optional.empty());
    }

    /** As the sample tells of its own reps: without a day of hiring. */
    private ImportRecord rep() {
        RepEvent event = RepEvent.newBuilder()
                .setEventId(DemoStory.REP + ".1")
                .setSource(DemoStory.SOURCE)
                .setSourceVersion(1L)
                .setOccurredAt(morning(DemoStory.FIRST_DAY))
                .setEffectiveFrom(DemoStory.FIRST_DAY)
                .setChange(new RepState(DemoStory.TEAM, null, null, List.of(), null))
                .build();
        return new ImportRecord.OfRep(DemoStory.REP, event);
    }

    private void quotas(QuotaPeriod period, int months) {
        for (LocalDate start = FIRST_PERIOD; !start.isAfter(DemoStory.LAST_DAY); start = start.plusMonths(months)) {
            LocalDate told = start.minusDays(TOLD_DAYS_AHEAD);
            QuotaEvent event = QuotaEvent.newBuilder()
                    .setEventId("%s.%s.%s".formatted(DemoStory.REP, months == 1 ? "month" : "quarter", start))
                    .setSource(DemoStory.SOURCE)
                    .setSourceVersion(1L)
                    .setOccurredAt(morning(told))
                    .setPeriod(period)
                    .setPeriodStart(start)
                    .setChange(QuotaState.newBuilder()
                            .setAmountMinor(QUOTA_PER_MONTH * months * minorUnits)
                            .build())
                    .build();
            tell(told, new ImportRecord.OfQuota(DemoStory.REP, event));
        }
    }

    private void tell(LocalDate day, ImportRecord record) {
        days.computeIfAbsent(day, none -> new ArrayList<>()).add(record);
    }

    private Instant morning(LocalDate day) {
        return day.atTime(OFFICE_HOUR).atZone(zone).toInstant();
    }

    @Override
    public Stream<ImportRecord> records(LocalDate day) {
        return days.getOrDefault(day, List.of()).stream();
    }
}
