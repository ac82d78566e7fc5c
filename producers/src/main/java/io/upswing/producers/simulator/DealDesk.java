package io.upswing.producers.simulator;

import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Plans the whole life of each deal when it is created, and tells it as it goes. */
final class DealDesk {
    private static final List<String> STAGES = List.of("qualified", "proposal", "negotiation");
    private static final int LONGEST_CYCLE = 400;
    private static final double MEDIAN_CYCLE = 40;

    private final SimulationSettings settings;
    private final Draws.Seeds seeds;
    private final Rhythm rhythm;
    private final Post post;
    private final Declines declines;
    private final Ownership ownership;
    private final Detours detours;
    private final Aftermath aftermath;
    private final double minorUnits;

    /** A deal as it is planned. */
    record Plan(String id, Career rep, LocalDate created, LocalDate closed, boolean won, Story<DealDraft> story) {}

    DealDesk(SimulationSettings settings, Roster roster, Rhythm rhythm, Post post) {
        this.settings = settings;
        this.seeds = new Draws.Seeds(settings.seed());
        this.rhythm = rhythm;
        this.post = post;
        this.declines = new Declines(settings);
        this.ownership = new Ownership(settings, roster, rhythm);
        this.detours = new Detours(settings, rhythm, post, this);
        this.aftermath = new Aftermath(settings, roster, rhythm);
        this.minorUnits = StrictMath.pow(10, Math.max(0, settings.currency().getDefaultFractionDigits()));
    }

    /** The deals that a rep creates on a day; returns their ids. */
    List<String> create(Career rep, LocalDate day, int number) {
        Draws draws = seeds.of("deals", rep.rep() + day);
        int count = draws.poisson(settings.dealsPerDay() * rep.effort(day));
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> rep.rep() + "-d" + number + "-" + n)
                .filter(id -> create(id, rep, day))
                .toList();
    }

    private boolean create(String id, Career rep, LocalDate day) {
        Draws draws = seeds.of("deal", id);
        int cycle = Math.clamp(Math.round(draws.logNormal(MEDIAN_CYCLE, 0.7)), 1, LONGEST_CYCLE);
        double luck = draws.uniform();
        boolean atWeekend = draws.chance(0.03);
        LocalDate closed = atWeekend ? day.plusDays(cycle) : rep.workday(day.plusDays(cycle));
        if (!declines.comesAbout(rep.rep(), id, day)) {
            return false;
        }
        boolean won = luck < rep.talent().winRate() && declines.isWon(rep.rep(), id, day, closed);
        Plan plan = new Plan(id, rep, day, closed, won, new Story<>());
        live(plan, draws);
        aftermath.plan(plan);
        duplicates(plan);
        send(plan);
        return true;
    }

    /** A deal to which nothing happens: created, and won or lost. */
    void createPlain(String id, Career rep, LocalDate day, LocalDate closed, boolean won) {
        if (!declines.comesAbout(rep.rep(), id, day)) {
            return;
        }
        Draws draws = seeds.of("deal", id);
        boolean wins = won && declines.isWon(rep.rep(), id, day, closed);
        Plan plan = new Plan(id, rep, day, closed, wins, new Story<>());
        begin(plan, draws, amount(rep, draws), rep.rep());
        end(plan, draws, false);
        post.sendPlainly(id, plan.story().steps(new DealDraft(), false), DealDesk::event);
    }

    private void live(Plan plan, Draws draws) {
        begin(plan, draws, amount(plan, draws), ownership.first(plan));
        ownership.plan(plan);
        progress(plan, draws);
        end(plan, draws, true);
        detours.plan(plan);
    }

    private void begin(Plan plan, Draws draws, @Nullable Long amount, @Nullable String owner) {
        Instant at = rhythm.moment(plan.created(), draws);
        boolean asDate = draws.chance(0.6);
        @Nullable String currency = currency(plan.id(), amount);
        LocalDate expected = plan.created().plusDays((long) draws.logNormal(MEDIAN_CYCLE, 0.4));
        plan.story()
                .add(
                        at,
                        deal -> {
                            deal.created(asDate ? plan.created() : at);
                            deal.stage("prospect");
                            deal.owner(owner);
                            deal.expectedClose(expected);
                            deal.currency(currency);
                            deal.amount(amount);
                            deal.restate();
                        },
                        Optional.empty(),
                        oddities(amount, currency));
    }

    private Set<Ingredient> oddities(@Nullable Long amount, @Nullable String currency) {
        Set<Ingredient> of = EnumSet.noneOf(Ingredient.class);
        if (amount == null) {
            of.add(Ingredient.MISSING_AMOUNTS);
        } else if (amount < 0) {
            of.add(Ingredient.NEGATIVE_AMOUNTS);
        }
        if (currency != null && !currency.equals(settings.currency().getCurrencyCode())) {
            of.add(Ingredient.FOREIGN_CURRENCY);
        }
        return of;
    }

    private @Nullable Long amount(Plan plan, Draws life) {
        long amount = amount(plan.rep(), life);
        Draws draws = seeds.of("amount", plan.id());
        if (draws.chance(settings.share(Ingredient.MISSING_AMOUNTS))) {
            if (draws.chance(0.5)) {
                LocalDate known = plan.created().plusDays(draws.between(1, 40));
                plan.story().add(rhythm.moment(known, draws), deal -> deal.amount(amount), Ingredient.MISSING_AMOUNTS);
            }
            return null;
        }
        return seeds.of("credit notes", plan.id()).chance(settings.share(Ingredient.NEGATIVE_AMOUNTS))
                ? -amount
                : amount;
    }

    /** In minor units, whole units mostly. */
    long amount(Career rep, Draws draws) {
        double units = Math.min(draws.logNormal(rep.talent().dealSize(), 0.8), 10_000_000);
        boolean odd = draws.chance(0.2);
        return odd ? Math.round(units * minorUnits) : Math.round(units) * Math.round(minorUnits);
    }

    private @Nullable String currency(String id, @Nullable Long amount) {
        Draws draws = seeds.of("currency", id);
        String own = settings.currency().getCurrencyCode();
        if (draws.chance(settings.share(Ingredient.FOREIGN_CURRENCY)) && amount != null) {
            return draws.pick(List.of("EUR", "USD", "GBP", "CHF").stream()
                    .filter(code -> !code.equals(own))
                    .toList());
        }
        return draws.chance(0.5) ? own : null;
    }

    /** Stages, and amounts that are negotiated. */
    private void progress(Plan plan, Draws draws) {
        int days = (int) (plan.closed().toEpochDay() - plan.created().toEpochDay());
        for (int i = 0; i < STAGES.size(); i++) {
            String stage = STAGES.get(i);
            LocalDate day = plan.rep().workday(plan.created().plusDays(1 + days * (i + draws.between(0, 1)) / 4));
            double factor = draws.logNormal(1, 0.15);
            boolean repriced = draws.chance(0.4);
            if (day.isBefore(plan.closed())) {
                plan.story().add(rhythm.moment(day, draws), deal -> {
                    deal.stage(stage);
                    if (repriced) {
                        deal.scaleAmount(factor);
                    }
                });
            }
        }
    }

    private void end(Plan plan, Draws draws, boolean maySlip) {
        Instant at = rhythm.moment(plan.closed(), draws);
        boolean asDate = draws.chance(0.7);
        DealStatus status = plan.won() ? DealStatus.WON : DealStatus.LOST;
        Draws slip = seeds.of("slips", plan.id());
        boolean undated = slip.chance(settings.share(Ingredient.UNDATED)) && maySlip;
        boolean backdated = slip.chance(settings.share(Ingredient.BACKDATED)) && maySlip;
        boolean dateComes = slip.chance(0.6);
        LocalDate before = plan.created().minusDays(slip.between(1, 30));
        Instant later = rhythm.moment(plan.closed().plusDays(slip.between(1, 25)), slip);
        Object closed = backdated ? before : asDate ? plan.closed() : at;
        plan.story()
                .add(
                        at,
                        deal -> {
                            deal.status(status);
                            deal.stage(plan.won() ? "won" : "lost");
                            if (!undated) {
                                deal.closed(closed);
                            }
                        },
                        Optional.empty(),
                        undated
                                ? EnumSet.of(Ingredient.UNDATED)
                                : backdated ? EnumSet.of(Ingredient.BACKDATED) : EnumSet.noneOf(Ingredient.class));
        if (undated && dateComes) {
            plan.story().add(later, deal -> deal.closed(plan.closed()), Ingredient.UNDATED);
        }
    }

    private void send(Plan plan) {
        boolean whole = seeds.of("whole states", plan.id()).chance(settings.share(Ingredient.WHOLE_STATES));
        post.send(plan.id(), plan.story().steps(new DealDraft(), whole), DealDesk::event);
    }

    private static SpecificRecord event(String eventId, @Nullable Long version, Step step) {
        return new DealEvent(eventId, "crm", version, step.at(), step.change());
    }

    /** The same deal, entered three times more, until someone notices. */
    private void duplicates(Plan plan) {
        Draws draws = seeds.of("merges", plan.id());
        if (!draws.chance(settings.share(Ingredient.MERGES))) {
            return;
        }
        LocalDate merged = plan.created().plusDays(draws.between(5, 70));
        Instant at = rhythm.moment(merged, draws);
        plan.story().add(at, DealDraft::restate, Ingredient.MERGES);
        for (int i = 1; i <= 3; i++) {
            String id = plan.id() + "-x" + i;
            LocalDate created = plan.created().plusDays(draws.between(0, 4));
            Plan twin = new Plan(id, plan.rep(), created, plan.closed(), plan.won(), new Story<>());
            begin(twin, draws, amount(plan.rep(), draws), plan.rep().rep());
            if (plan.closed().isAfter(created)) {
                end(twin, draws, false);
            }
            twin.story().add(at, deal -> deal.mergeInto(plan.id()), Ingredient.MERGES);
            send(twin);
        }
    }
}
