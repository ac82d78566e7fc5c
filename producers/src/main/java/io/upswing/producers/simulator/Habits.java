package io.upswing.producers.simulator;

/**
 * How a rep added on request works.
 *
 * @param lossesPer30Days         deals lost in every 30 days, 0 to 3000
 * @param medianCycleDays         from a deal's creation to its close, 1 to 120
 * @param medianAmount            of a deal, in whole units of the currency; the mean is 1.38 times as much
 * @param activitiesPerWorkingDay exactly so many from Monday to Friday, and none at weekends, 0 to 100
 */
public record Habits(int lossesPer30Days, double medianCycleDays, double medianAmount, int activitiesPerWorkingDay) {
    private static final int LONGEST_CYCLE = 120;
    private static final double MOST_MONEY = 10_000_000;
    private static final int MOST_ACTIVITIES = 100;

    public Habits {
        mustBe("losses per 30 days", lossesPer30Days, lossesPer30Days >= 0 && lossesPer30Days <= SteadyRep.MOST);
        mustBe("the median cycle", medianCycleDays, medianCycleDays >= 1 && medianCycleDays <= LONGEST_CYCLE);
        mustBe("the median amount", medianAmount, medianAmount > 0 && medianAmount <= MOST_MONEY);
        mustBe(
                "activities per working day",
                activitiesPerWorkingDay,
                activitiesPerWorkingDay >= 0 && activitiesPerWorkingDay <= MOST_ACTIVITIES);
    }

    private static void mustBe(String what, Number value, boolean right) {
        if (!right) {
            throw new IllegalArgumentException("%s can't be %s".formatted(what, value));
        }
    }
}
