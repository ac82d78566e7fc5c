package io.upswing.producers.simulator;

import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a simulation depends on, and nothing else does.
 *
 * @param seed               another seed, another organization
 * @param firstDay           1991 to 2090
 * @param days               1 to 3650
 * @param reps               those that the seed makes, {@code r001} and so on; 1 to 100000
 * @param teams              {@code t01} and so on
 * @param regions            {@code g1} and so on; teams are dealt out to them
 * @param zone               the organization's time zone
 * @param currency           the reporting currency
 * @param fiscalYearStart    the month in which quarters of quotas begin to count
 * @param dealsPerDay        new deals of an average rep on an average working day
 * @param activitiesPerDay   activities, likewise
 * @param shares             of ingredients, where they are not as usual
 * @param declines           put in on request
 * @param steadyReps         added on request
 */
public record SimulationSettings(
        long seed,
        LocalDate firstDay,
        int days,
        int reps,
        int teams,
        int regions,
        ZoneId zone,
        Currency currency,
        Month fiscalYearStart,
        double dealsPerDay,
        double activitiesPerDay,
        Map<Ingredient, Double> shares,
        List<Decline> declines,
        List<SteadyRep> steadyReps) {
    private static final LocalDate EARLIEST = LocalDate.of(1991, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2090, 12, 31);
    private static final int MOST_DAYS = 3_650;
    private static final int MOST_REPS = 100_000;
    private static final double MOST_PER_DAY = 100;

    public SimulationSettings {
        mustBe("the first day", firstDay, !firstDay.isBefore(EARLIEST) && !firstDay.isAfter(LATEST));
        mustBe("the number of days", days, days >= 1 && days <= MOST_DAYS);
        mustBe("the number of reps", reps, reps >= 1 && reps <= MOST_REPS);
        mustBe("the number of teams", teams, teams >= 1 && teams <= MOST_REPS);
        mustBe("the number of regions", regions, regions >= 1 && regions <= teams);
        mustBe("deals per day", dealsPerDay, dealsPerDay >= 0 && dealsPerDay <= MOST_PER_DAY);
        mustBe("activities per day", activitiesPerDay, activitiesPerDay >= 0 && activitiesPerDay <= MOST_PER_DAY);
        shares.forEach(
                (ingredient, share) -> mustBe("the share of " + ingredient.id(), share, share >= 0 && share <= 1));
        shares = Collections.unmodifiableMap(shares.isEmpty() ? Map.of() : new EnumMap<>(shares));
        declines = List.copyOf(declines);
        steadyReps = List.copyOf(steadyReps);
        Set<String> ids = new HashSet<>();
        for (SteadyRep steady : steadyReps) {
            mustBe("the id of a steady rep", steady.rep(), ids.add(steady.rep()) && !isOfRoster(steady.rep(), reps));
        }
        for (Decline decline : declines) {
            mustBe(
                    "the rep of a decline",
                    decline.rep(),
                    ids.contains(decline.rep()) || isOfRoster(decline.rep(), reps));
        }
    }

    /** 200 reps in 20 teams and 4 regions, for two years from 2024-01-01 on. */
    public static SimulationSettings usual(long seed, ZoneId zone, Currency currency) {
        return new SimulationSettings(
                seed,
                LocalDate.of(2024, 1, 1),
                731,
                200,
                20,
                4,
                zone,
                currency,
                Month.JANUARY,
                0.35,
                2,
                Map.of(),
                List.of(),
                List.of());
    }

    private static void mustBe(String what, Object value, boolean right) {
        if (!right) {
            throw new IllegalArgumentException("%s can't be %s".formatted(what, value));
        }
    }

    private static boolean isOfRoster(String rep, int reps) {
        return rep.matches("r\\d{3,6}")
                && Integer.parseInt(rep.substring(1)) >= 1
                && Integer.parseInt(rep.substring(1)) <= reps
                && rep.equals(repId(Integer.parseInt(rep.substring(1))));
    }

    /** The id of the n-th rep, from 1. */
    public static String repId(int number) {
        return number < 10 ? "r00" + number : number < 100 ? "r0" + number : "r" + number;
    }

    /** The id of the n-th team, from 1. */
    public static String teamId(int number) {
        return number < 10 ? "t0" + number : "t" + number;
    }

    /** The id of the n-th region, from 1. */
    public static String regionId(int number) {
        return "g" + number;
    }

    /** The last day. */
    public LocalDate lastDay() {
        return firstDay.plusDays(days - 1L);
    }

    /** The share of an ingredient. */
    public double share(Ingredient ingredient) {
        return shares.getOrDefault(ingredient, ingredient.share());
    }

    /** With these days. */
    public SimulationSettings over(LocalDate first, int number) {
        return copy(first, number, reps, teams, regions, shares, declines, steadyReps);
    }

    /** With so many reps, teams and regions. */
    public SimulationSettings of(int someReps, int someTeams, int someRegions) {
        return copy(firstDay, days, someReps, someTeams, someRegions, shares, declines, steadyReps);
    }

    /** With quarters of quotas that begin to count in a month. */
    public SimulationSettings withFiscalYearFrom(Month month) {
        return new SimulationSettings(
                seed,
                firstDay,
                days,
                reps,
                teams,
                regions,
                zone,
                currency,
                month,
                dealsPerDay,
                activitiesPerDay,
                shares,
                declines,
                steadyReps);
    }

    /** With another share of an ingredient; 0 switches it off. */
    public SimulationSettings with(Ingredient ingredient, double share) {
        Map<Ingredient, Double> more = new EnumMap<>(Ingredient.class);
        more.putAll(shares);
        more.put(ingredient, share);
        return copy(firstDay, days, reps, teams, regions, more, declines, steadyReps);
    }

    /** With one more decline. */
    public SimulationSettings with(Decline decline) {
        List<Decline> more = new ArrayList<>(declines);
        more.add(decline);
        return copy(firstDay, days, reps, teams, regions, shares, more, steadyReps);
    }

    /** With one more rep. */
    public SimulationSettings with(SteadyRep steady) {
        List<SteadyRep> more = new ArrayList<>(steadyReps);
        more.add(steady);
        return copy(firstDay, days, reps, teams, regions, shares, declines, more);
    }

    private SimulationSettings copy(
            LocalDate first,
            int number,
            int someReps,
            int someTeams,
            int someRegions,
            Map<Ingredient, Double> someShares,
            List<Decline> someDeclines,
            List<SteadyRep> someSteady) {
        return new SimulationSettings(
                seed,
                first,
                number,
                someReps,
                someTeams,
                someRegions,
                zone,
                currency,
                fiscalYearStart,
                dealsPerDay,
                activitiesPerDay,
                someShares,
                someDeclines,
                someSteady);
    }
}
