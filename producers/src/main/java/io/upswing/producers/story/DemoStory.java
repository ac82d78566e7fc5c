package io.upswing.producers.story;

import io.upswing.producers.csv.ImportRecord;
import io.upswing.producers.csv.Supplement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.stream.Stream;

/**
 * The story of one simulated rep, day by day: sells like the reps of the sample, falls by 70 % in mid-August 2017, is coached,
 * and recovers in October. Always the same, and the same on each day however many of its days are asked for.
 *
 * <p>The first deals are closed on the day on which the sample's are: earlier wins, with no market beside them, would make
 * the rep look as if declining in spring.
 */
public final class DemoStory implements Supplement {
    /** The rep's id; those of the rep's deals and activities begin with it. */
    public static final String REP = "simulated-rep";
    /** What the rep is called. */
    public static final String REP_NAME = "Sam Sample (simulated)";
    /** The id of the rep's team, which has no other member and no region. */
    public static final String TEAM = "simulated-team";
    /** What the team is called. */
    public static final String TEAM_NAME = "Simulated team";
    /** What the events give as their source. */
    public static final String SOURCE = "simulator";

    /** The first day at work. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2017, 1, 2);
    /** From here on deals are won and lost. */
    public static final LocalDate FIRST_CLOSE = LocalDate.of(2017, 3, 1);
    /** From here on 70 % of what would be won is lost. */
    public static final LocalDate FALL = LocalDate.of(2017, 8, 15);
    /** From here on more is won again. */
    public static final LocalDate RECOVERY = LocalDate.of(2017, 10, 1);
    /** From here on all is as it was before the fall. */
    public static final LocalDate RECOVERED = LocalDate.of(2017, 11, 1);
    /** The last day that is told. */
    public static final LocalDate LAST_DAY = LocalDate.of(2017, 12, 31);

    /** The plan that answers the issue. */
    public static final String PLAN = "recovery-2017";
    /** The rule by which the rep is found. */
    public static final String RULE = "quota-pace-quarter";

    private final Supplement parts;

    private DemoStory(Supplement parts) {
        this.parts = parts;
    }

    /**
     * Makes the story.
     *
     * @param zone the organization's time zone
     * @param currency the reporting currency
     */
    public static DemoStory of(ZoneId zone, Currency currency) {
        // In the order of a day: HR, the CRM, and last what people do about it.
        return new DemoStory(Supplement.of(
                new StoryOrganization(zone, currency),
                SimulatedSales.of(zone, currency),
                new Coaching(zone),
                new StoryCommands(zone, currency)));
    }

    @Override
    public Stream<ImportRecord> records(LocalDate day) {
        return day.isAfter(LAST_DAY) ? Stream.empty() : parts.records(day);
    }
}
