package io.upswing.producers.simulator;

import io.upswing.schemas.QuotaEvent;
import io.upswing.schemas.QuotaPeriod;
import io.upswing.schemas.QuotaRetracted;
import io.upswing.schemas.QuotaState;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets each rep a quota for each month and each fiscal quarter, and changes some of them. */
final class QuotaOffice {
    private static final LocalTime OFFICE_HOUR = LocalTime.of(10, 0);
    private static final int WORKING_DAYS_PER_MONTH = 21;
    /** The mean of the amounts beside their median. */
    private static final double MEAN_BY_MEDIAN = 1.38;

    private final SimulationSettings settings;
    private final Draws.Seeds seeds;
    private final Rhythm rhythm;
    private final Mailbag mail;

    /** @param effective null: from the period's first day */
    private record Word(LocalDate told, @Nullable LocalDate effective, Object change, Set<Ingredient> ingredients) {}

    /** A period of a rep. */
    private record Target(Career rep, QuotaPeriod period, LocalDate start, int months) {
        LocalDate last() {
            return start.plusMonths(months).minusDays(1);
        }

        String id() {
            return rep.rep() + '.' + (period == QuotaPeriod.MONTH ? "m" : "q") + start;
        }
    }

    QuotaOffice(SimulationSettings settings, Rhythm rhythm, Mailbag mail) {
        this.settings = settings;
        this.seeds = new Draws.Seeds(settings.seed());
        this.rhythm = rhythm;
        this.mail = mail;
    }

    /** Tells of all quotas of a rep. */
    void tell(Career rep, boolean plainly) {
        LocalDate month = settings.firstDay().withDayOfMonth(1);
        for (LocalDate start = month; !start.isAfter(settings.lastDay()); start = start.plusMonths(1)) {
            tell(new Target(rep, QuotaPeriod.MONTH, start, 1), plainly);
        }
        int late =
                Math.floorMod(month.getMonthValue() - settings.fiscalYearStart().getValue(), 3);
        LocalDate quarter = month.minusMonths(late);
        for (LocalDate start = quarter; !start.isAfter(settings.lastDay()); start = start.plusMonths(3)) {
            tell(new Target(rep, QuotaPeriod.QUARTER, start, 3), plainly);
        }
    }

    private void tell(Target target, boolean plainly) {
        if (target.rep().hired().isAfter(target.start())
                || target.rep().left().map(day -> day.isBefore(target.start())).orElse(false)) {
            return;
        }
        Draws draws = seeds.of("quotas", target.id());
        LocalDate told = target.start().minusDays(draws.between(2, 14));
        long amount = amount(target, draws);
        List<Word> words = new ArrayList<>();
        words.add(new Word(told, draws.chance(0.5) ? target.start() : null, quota(amount, draws), Set.of()));
        if (!plainly) {
            corrected(target, told, words);
            changed(target, amount, words);
            retracted(target, words);
        }
        send(target, words);
    }

    /** What an average month of the rep brings, and some more; rounded to hundreds of units. */
    private long amount(Target target, Draws draws) {
        Career.Talent talent = target.rep().talent();
        double wins = settings.dealsPerDay() * talent.diligence() * WORKING_DAYS_PER_MONTH * talent.winRate();
        double units = wins * talent.dealSize() * MEAN_BY_MEDIAN * target.months() * draws.logNormal(1.05, 0.1);
        long hundreds = draws.chance(0.01) ? 0 : Math.max(1, Math.round(units / 100));
        return hundreds
                * 100
                * Math.round(StrictMath.pow(10, Math.max(0, settings.currency().getDefaultFractionDigits())));
    }

    private QuotaState quota(long amount, Draws draws) {
        return new QuotaState(amount, draws.chance(0.5) ? settings.currency().getCurrencyCode() : null);
    }

    /** Another amount for the same day. */
    private void corrected(Target target, LocalDate told, List<Word> words) {
        Draws draws = seeds.of("quota corrections", target.id());
        if (draws.chance(settings.share(Ingredient.QUOTA_CORRECTIONS))) {
            words.add(new Word(
                    told.plusDays(draws.between(1, 30)),
                    words.getFirst().effective(),
                    quota(amount(target, draws), draws),
                    Set.of(Ingredient.QUOTA_CORRECTIONS)));
        }
    }

    private void changed(Target target, long amount, List<Word> words) {
        Draws draws = seeds.of("quota changes", target.id());
        if (draws.chance(settings.share(Ingredient.QUOTA_CHANGES))) {
            LocalDate effective = target.start().plusDays(draws.between(8, 20));
            words.add(new Word(
                    effective.plusDays(draws.between(-7, 7)),
                    effective,
                    quota(Math.round(amount * draws.logNormal(1, 0.2)), draws),
                    Set.of(Ingredient.QUOTA_CHANGES)));
        }
    }

    private void retracted(Target target, List<Word> words) {
        Draws draws = seeds.of("quota retractions", target.id());
        if (draws.chance(settings.share(Ingredient.QUOTA_RETRACTIONS))) {
            Word wrong = draws.pick(words);
            words.add(new Word(
                    target.last().minusDays(draws.between(0, 20)),
                    wrong.effective(),
                    new QuotaRetracted(),
                    Set.of(Ingredient.QUOTA_RETRACTIONS)));
        }
    }

    private void send(Target target, List<Word> words) {
        words.sort(Comparator.comparing(Word::told));
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            QuotaEvent event = new QuotaEvent(
                    target.id() + '.' + (i + 1),
                    "hr",
                    i + 1L,
                    rhythm.at(word.told(), OFFICE_HOUR).plusSeconds(i),
                    target.period(),
                    target.start(),
                    word.effective(),
                    word.change());
            LocalDate day = word.told().isBefore(settings.firstDay()) ? settings.firstDay() : word.told();
            mail.post(day, new SimulatedRecord(target.rep().rep(), event, word.ingredients()));
        }
    }
}
