package io.upswing.producers.simulator;

import io.upswing.producers.simulator.DealDesk.Plan;
import io.upswing.schemas.Credit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose a deal is: some have no owner at first, some are shared, some change hands. */
final class Ownership {
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final int WON_KEPT_DAYS = 180;

    private final SimulationSettings settings;
    private final Roster roster;
    private final Draws.Seeds seeds;
    private final Rhythm rhythm;

    Ownership(SimulationSettings settings, Roster roster, Rhythm rhythm) {
        this.settings = settings;
        this.roster = roster;
        this.seeds = new Draws.Seeds(settings.seed());
        this.rhythm = rhythm;
    }

    /** The first owner; none, if someone has to find one. */
    @Nullable
    String first(Plan plan) {
        Draws draws = seeds.of("unassigned", plan.id());
        if (!draws.chance(settings.share(Ingredient.UNASSIGNED))) {
            return plan.rep().rep();
        }
        LocalDate assigned = plan.created().plusDays(draws.between(1, 10));
        plan.story()
                .add(
                        rhythm.moment(assigned, draws),
                        deal -> deal.owner(plan.rep().rep()),
                        Ingredient.UNASSIGNED);
        return null;
    }

    void plan(Plan plan) {
        credits(plan);
        owners(plan);
    }

    private void credits(Plan plan) {
        Draws draws = seeds.of("credits", plan.id());
        if (!draws.chance(settings.share(Ingredient.SPLITS))) {
            return;
        }
        LocalDate day = plan.created().plusDays(draws.between(1, 20));
        int first = draws.between(2, 9) * 1_000;
        int second = draws.chance(0.2) ? draws.between(1, 5_000) : 10_000 - first;
        boolean cleared = draws.chance(0.1);
        Instant until = rhythm.moment(day.plusDays(draws.between(3, 60)), draws);
        roster.colleague(plan.rep(), day, draws).ifPresent(colleague -> {
            plan.story()
                    .add(
                            rhythm.moment(day, draws),
                            deal -> deal.credits(
                                    List.of(new Credit(plan.rep().rep(), first), new Credit(colleague.rep(), second))),
                            Ingredient.SPLITS);
            if (cleared) {
                plan.story().add(until, deal -> deal.credits(List.of()), Ingredient.SPLITS, Ingredient.CLEARS);
            }
        });
    }

    /** Who owns it: deals are given to colleagues, and a leaver's go all at once. */
    private void owners(Plan plan) {
        Draws draws = seeds.of("owners", plan.id());
        boolean given = draws.chance(settings.share(Ingredient.HAND_OVERS));
        LocalDate day = plan.rep().workday(plan.created().plusDays(draws.between(3, 45)));
        LocalDate last = plan.won() ? plan.closed().plusDays(WON_KEPT_DAYS) : plan.closed();
        Career owner = plan.rep();
        Optional<Career> colleague = given && day.isBefore(plan.closed()) && owner.isEmployed(day)
                ? roster.colleague(owner, day, draws)
                : Optional.empty();
        if (colleague.isPresent()) {
            String next = colleague.get().rep();
            plan.story().add(rhythm.moment(day, draws), deal -> deal.owner(next), Ingredient.HAND_OVERS);
            owner = colleague.get();
        }
        Optional<Career> leaver = Optional.of(owner);
        while (leaver.isPresent()) {
            leaver = leaver.flatMap(rep -> leaves(plan, rep, last));
        }
    }

    private Optional<Career> leaves(Plan plan, Career leaver, LocalDate last) {
        return leaver.left()
                .filter(day -> day.isAfter(plan.created()) && !day.isAfter(last))
                .flatMap(day -> {
                    Draws draws = seeds.of("successor", leaver.rep());
                    boolean shared = draws.chance(settings.share(Ingredient.SHARED_EVENT_IDS));
                    Optional<String> eventId = shared ? Optional.of("hand-over-" + leaver.rep()) : Optional.empty();
                    Optional<Career> successor = roster.colleague(leaver, day, draws);
                    successor.ifPresent(next -> plan.story()
                            .add(
                                    rhythm.at(day, EVENING),
                                    deal -> deal.owner(next.rep()),
                                    eventId,
                                    shared
                                            ? EnumSet.of(Ingredient.LEAVERS, Ingredient.SHARED_EVENT_IDS)
                                            : EnumSet.of(Ingredient.LEAVERS)));
                    return successor;
                });
    }
}
