package io.upswing.producers.simulator;

import io.upswing.producers.simulator.DealDesk.Plan;
import io.upswing.schemas.DealStatus;
import java.time.Instant;
import java.time.LocalDate;

/** What happens to deals after they were closed: corrections, and second thoughts. */
final class Aftermath {
    private final SimulationSettings settings;
    private final Roster roster;
    private final Draws.Seeds seeds;
    private final Rhythm rhythm;

    Aftermath(SimulationSettings settings, Roster roster, Rhythm rhythm) {
        this.settings = settings;
        this.roster = roster;
        this.seeds = new Draws.Seeds(settings.seed());
        this.rhythm = rhythm;
    }

    void plan(Plan plan) {
        repriced(plan);
        redated(plan);
        reopened(plan);
        reassigned(plan);
        deleted(plan, Ingredient.DELETED, false);
        deleted(plan, Ingredient.RESTORED, true);
    }

    private void repriced(Plan plan) {
        Draws draws = seeds.of("repriced", plan.id());
        if (draws.chance(settings.share(Ingredient.REPRICED))) {
            double factor = draws.logNormal(1, 0.4);
            plan.story().add(after(plan, draws, 90), deal -> deal.scaleAmount(factor), Ingredient.REPRICED);
        }
    }

    private void redated(Plan plan) {
        Draws draws = seeds.of("redated", plan.id());
        if (draws.chance(settings.share(Ingredient.REDATED))) {
            LocalDate day = plan.closed().plusDays(draws.between(-20, 0));
            LocalDate right = day.isBefore(plan.created()) ? plan.created() : day;
            plan.story()
                    .add(
                            after(plan, draws, 60),
                            deal -> {
                                if (!deal.isOpen()) {
                                    deal.closed(right);
                                }
                            },
                            Ingredient.REDATED);
        }
    }

    private void reopened(Plan plan) {
        Draws draws = seeds.of("reopened", plan.id());
        if (draws.chance(settings.share(Ingredient.REOPENED))) {
            LocalDate again = plan.closed().plusDays(draws.between(3, 40));
            LocalDate closed = again.plusDays(draws.between(5, 40));
            boolean wonNow = draws.chance(0.5);
            plan.story()
                    .add(
                            rhythm.moment(again, draws),
                            deal -> {
                                deal.status(DealStatus.OPEN);
                                deal.closed(null);
                            },
                            Ingredient.REOPENED);
            plan.story()
                    .add(
                            rhythm.moment(closed, draws),
                            deal -> {
                                deal.status(wonNow ? DealStatus.WON : DealStatus.LOST);
                                deal.closed(closed);
                            },
                            Ingredient.REOPENED);
        }
    }

    private void reassigned(Plan plan) {
        Draws draws = seeds.of("reassigned", plan.id());
        if (draws.chance(settings.share(Ingredient.REASSIGNED))) {
            Instant at = after(plan, draws, 60);
            roster.colleague(plan.rep(), rhythm.dayOf(at), draws)
                    .ifPresent(other -> plan.story().add(at, deal -> deal.owner(other.rep()), Ingredient.REASSIGNED));
        }
    }

    private void deleted(Plan plan, Ingredient ingredient, boolean restored) {
        Draws draws = seeds.of(ingredient.id(), plan.id());
        if (draws.chance(settings.share(ingredient))) {
            LocalDate day = plan.closed().plusDays(draws.between(1, 60));
            plan.story().add(rhythm.moment(day, draws), DealDraft::delete, ingredient);
            if (restored) {
                LocalDate back = day.plusDays(draws.between(1, 15));
                plan.story().add(rhythm.moment(back, draws), DealDraft::restore, ingredient);
            }
        }
    }

    private Instant after(Plan plan, Draws draws, int days) {
        return rhythm.moment(plan.closed().plusDays(draws.between(1, days)), draws);
    }
}
