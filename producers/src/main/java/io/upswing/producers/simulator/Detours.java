package io.upswing.producers.simulator;

import io.upswing.producers.simulator.DealDesk.Plan;
import java.time.Instant;
import java.time.LocalDate;

/** What happens to open deals that should not: values emptied, said twice at once, missed on the way. */
final class Detours {
    private final SimulationSettings settings;
    private final Draws.Seeds seeds;
    private final Rhythm rhythm;
    private final Post post;
    private final DealDesk desk;

    Detours(SimulationSettings settings, Rhythm rhythm, Post post, DealDesk desk) {
        this.settings = settings;
        this.seeds = new Draws.Seeds(settings.seed());
        this.rhythm = rhythm;
        this.post = post;
        this.desk = desk;
    }

    void plan(Plan plan) {
        cleared(plan);
        ties(plan);
        gap(plan);
    }

    private void cleared(Plan plan) {
        Draws draws = seeds.of("clears", plan.id());
        if (draws.chance(settings.share(Ingredient.CLEARS))) {
            LocalDate day = plan.created().plusDays(draws.between(2, 30));
            long amount = desk.amount(plan.rep(), draws);
            plan.story()
                    .add(
                            rhythm.moment(day, draws),
                            deal -> {
                                deal.amount(null);
                                deal.expectedClose(null);
                            },
                            Ingredient.CLEARS);
            plan.story()
                    .add(
                            rhythm.moment(day.plusDays(draws.between(1, 20)), draws),
                            deal -> deal.amount(amount),
                            Ingredient.CLEARS);
        }
    }

    private void ties(Plan plan) {
        Draws draws = seeds.of("ties", plan.id());
        if (draws.chance(settings.share(Ingredient.TIES)) && !post.isVersioned(plan.id())) {
            Instant at = rhythm.moment(plan.created().plusDays(draws.between(1, 30)), draws);
            for (int i = 0; i < 2; i++) {
                double factor = draws.logNormal(1, 0.3);
                plan.story().add(at, deal -> deal.scaleAmount(factor), Ingredient.TIES);
            }
        }
    }

    /** Some change is lost on the way, and made good by the whole state. */
    private void gap(Plan plan) {
        Draws draws = seeds.of("gaps", plan.id());
        if (draws.chance(settings.share(Ingredient.GAPS))) {
            LocalDate day = plan.created().plusDays(draws.between(1, 60));
            double factor = draws.logNormal(1, 0.3);
            plan.story()
                    .add(
                            rhythm.moment(day, draws),
                            deal -> {
                                deal.scaleAmount(factor);
                                deal.miss();
                            },
                            Ingredient.GAPS);
            LocalDate restated = day.plusDays(draws.between(2, 20));
            plan.story().add(rhythm.moment(restated, draws), DealDraft::restate, Ingredient.GAPS);
        }
    }
}
