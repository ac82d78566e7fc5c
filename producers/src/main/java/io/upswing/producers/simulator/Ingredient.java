package io.upswing.producers.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a simulation is seasoned with. Each can be switched off, or given another share. */
public enum Ingredient {
    /** Deals and activities of a source that tells the whole state each time, instead of patches. */
    WHOLE_STATES(0.25, "deals and activities"),
    /** Deals, activities and reps whose source has no versions: the time decides. */
    UNVERSIONED(0.2, "deals, activities and reps"),
    /** Changes told 1 to 12 days after they occurred. */
    LATE(0.03, "changes of deals and activities"),
    /** Changes told after the next change of the same deal or activity. */
    OUT_OF_ORDER(0.03, "changes of deals and activities"),
    /** Changes told twice. */
    DUPLICATES(0.01, "changes of deals and activities"),
    /** The deals that a leaver hands over carry one event id. */
    SHARED_EVENT_IDS(1, "leavers"),
    /** Two changes at the same moment that say different things: the event id decides. */
    TIES(0.1, "deals without versions"),
    /** The amount is emptied by a patch, and set again. */
    CLEARS(0.03, "deals"),
    /** Deals without an amount; half of them get one later. */
    MISSING_AMOUNTS(0.05, "deals"),
    /** Deals in another currency than the reporting one. */
    FOREIGN_CURRENCY(0.03, "deals"),
    /** Deals with an amount below zero: credit notes. */
    NEGATIVE_AMOUNTS(0.003, "deals"),
    /** Deals whose credit is split with a colleague; some of the shares don't add up to 100 %. */
    SPLITS(0.05, "deals"),
    /** Deals that have no owner for some days. */
    UNASSIGNED(0.005, "deals"),
    /** Open deals given to a colleague. */
    HAND_OVERS(0.04, "deals"),
    /** Reps who leave; their open deals, and those won in the half year before, go to a colleague. */
    LEAVERS(0.12, "reps"),
    /** The amount is corrected after the close. */
    REPRICED(0.02, "closed deals"),
    /** The close date is corrected. */
    REDATED(0.02, "closed deals"),
    /** A closed deal is opened again, and closed once more. */
    REOPENED(0.015, "closed deals"),
    /** The owner is changed after the close. */
    REASSIGNED(0.015, "closed deals"),
    /** Won or lost without a close date, which comes later or never. */
    UNDATED(0.01, "closed deals"),
    /** Closed, as the CRM says, before it was created. */
    BACKDATED(0.004, "closed deals"),
    /** Deleted. */
    DELETED(0.01, "closed deals"),
    /** Deleted, and restored some days later. */
    RESTORED(0.003, "closed deals"),
    /** Deals entered four times: three are merged into the fourth, which is restated. */
    MERGES(0.008, "deals"),
    /** Changes that are missed: a gap is told, and the whole state later. */
    GAPS(0.015, "deals and activities"),
    /** Meetings and demos planned ahead, and then held, cancelled, or missed by the customer. */
    PLANNED(0.4, "meetings and demos"),
    /** Activities logged 1 to 9 days after they happened. */
    LOGGED_LATE(0.25, "activities"),
    /** Activities corrected: when, what or by whom. */
    ACTIVITY_CORRECTIONS(0.01, "activities"),
    /** Activities deleted. */
    ACTIVITY_DELETIONS(0.005, "activities"),
    /** Activities merged into another. */
    ACTIVITY_MERGES(0.002, "activities"),
    /** Reps hired during the simulation. */
    HIRES(0.2, "reps"),
    /** New hires of whom HR tells days after they began. */
    LATE_HIRES(0.2, "hires"),
    /** Moves to another team. */
    MOVES(0.4, "reps, per year"),
    /** Moves that HR tells after they took place. */
    LATE_MOVES(0.4, "moves"),
    /** Moves first told with a wrong team. */
    CORRECTED_MOVES(0.15, "moves"),
    /** Moves told that never were, and are retracted. */
    RETRACTED_MOVES(0.06, "reps, per year"),
    /** Holidays, told ahead. */
    LEAVE(1, "reps"),
    /** Sick leave, told on the first day or after it. */
    SICK_LEAVE(1, "reps"),
    /** Quotas changed in mid-period. */
    QUOTA_CHANGES(0.1, "quotas"),
    /** Quotas told once more with another amount for the same day. */
    QUOTA_CORRECTIONS(0.04, "quotas"),
    /** Quotas retracted. */
    QUOTA_RETRACTIONS(0.03, "quotas"),
    /** Records that can't be read, or make no sense: none of them counts. */
    BAD_RECORDS(0.002, "records");

    private final double share;
    private final String of;

    Ingredient(double share, String of) {
        this.share = share;
        this.of = of;
    }

    /** Stable, in kebab-case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The share unless another is set, 0 to 1. */
    public double share() {
        return share;
    }

    /** Of what it is a share. */
    public String of() {
        return of;
    }

    /** The ingredient of an id. */
    public static Optional<Ingredient> byId(String id) {
        return Arrays.stream(values())
                .filter(ingredient -> ingredient.id().equals(id))
                .findFirst();
    }
}
