package io.upswing.core.inprocess.history;

import io.upswing.core.entity.DealChange;
import io.upswing.core.rep.Assignment;
import io.upswing.core.rep.Assignment.Leave;
import io.upswing.core.rep.OrgChange;
import io.upswing.core.source.SourceOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * A random history: who works where, and what becomes of the deals, in the order in which it reaches the log, which is not
 * the order in which it happened: late, doubled, the newest first.
 */
public final class Story {
    private final Random random;
    private final int firstDay;
    private final int lastDay;
    private final List<Arrival> arrivals = new ArrayList<>();

    private Story(Random random, int firstDay, int lastDay) {
        this.random = random;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    /**
     * A history.
     *
     * @param firstDay the first day on which a record can be recorded; what came before lies before any watermark
     * @param lastDay  the last day that closes; a few records come on the day after
     */
    public static List<Arrival> of(Random random, int firstDay, int lastDay, int deals) {
        Story story = new Story(random, firstDay, lastDay);
        Cast.KNOWN.forEach(story::career);
        story.career(Cast.IDLE);
        for (int i = 0; i < deals; i++) {
            story.deal("deal-" + i);
        }
        List<Arrival> shuffled = story.doubled();
        shuffled.sort(Comparator.comparingInt(Arrival::day));
        return shuffled;
    }

    private void deal(String id) {
        boolean versioned = random.nextInt(5) != 0;
        int today = firstDay - (random.nextInt(3) == 0 ? random.nextInt(400) : random.nextInt(10) - days());
        DealLife life = new DealLife(random, today);
        DealChange change = life.state();
        long version = 1;
        long occurredAt = 1000;
        int steps = random.nextInt(9);
        for (int i = 0; i <= steps; i++) {
            // Of two changes with one version the later decides; with one time too, the event id.
            int tie = random.nextInt(8);
            version += versioned && tie > 1 ? 1 : 0;
            occurredAt += tie == 0 ? 0 : 1 + random.nextInt(3);
            SourceOrder order = new SourceOrder(
                    versioned ? version : SourceOrder.UNVERSIONED, occurredAt, "event-" + (tie == 0 ? i : i % 3));
            arrivals.add(new Arrival(arrival(today), new Change.OfDeal(id, order, change)));
            today += random.nextInt(3) == 0 ? 0 : random.nextInt(9);
            change = life.next(today);
        }
    }

    /** A day on which a day's news may reach the log. */
    private int arrival(int today) {
        int late = switch (random.nextInt(10)) {
            case 0, 1 -> 1 + random.nextInt(5);
            case 2 -> 1 + random.nextInt(25);
            default -> 0;
        };
        int day = Math.min(today + late, lastDay + 1);
        return day < firstDay ? Arrival.BEFORE_ALL : day;
    }

    private int days() {
        return random.nextInt(lastDay - firstDay + 1);
    }

    private void career(String rep) {
        int changes = 1 + random.nextInt(6);
        int effective = firstDay - random.nextInt(500);
        int arrival = random.nextInt(4) == 0 ? firstDay + days() : Arrival.BEFORE_ALL;
        for (int i = 0; i < changes; i++) {
            // A version says nothing of when it is learned: some are learned in reverse order.
            SourceOrder order = new SourceOrder(1 + random.nextInt(20), i, "hr-" + i);
            arrivals.add(new Arrival(arrival, new Change.OfOrg(new OrgChange(rep, order, effective, assignment()))));
            if (random.nextInt(4) != 0) {
                effective = firstDay - 10 + days() + random.nextInt(20);
            }
            arrival = learned(effective);
        }
    }

    /** In time, late, or so late that the panes are gone. */
    private int learned(int effective) {
        int day = switch (random.nextInt(6)) {
            case 0 -> effective;
            case 1, 2 -> effective - 1 - random.nextInt(10);
            case 3, 4 -> effective + 1 + random.nextInt(20);
            default -> firstDay + days();
        };
        return day < firstDay ? Arrival.BEFORE_ALL : Math.min(day, lastDay + 1);
    }

    private Optional<Assignment> assignment() {
        if (random.nextInt(6) == 0) {
            return Optional.empty();
        }
        Optional<String> team = random.nextInt(8) == 0 ? Optional.empty() : Optional.of(Cast.team(random));
        Optional<String> region = random.nextInt(8) == 0 ? Optional.empty() : Optional.of(Cast.region(random));
        List<Leave> leaves = random.nextInt(4) == 0 ? List.of(new Leave(firstDay, OptionalInt.empty())) : List.of();
        return Optional.of(new Assignment(team, region, OptionalInt.of(firstDay - 100), leaves));
    }

    /** All arrivals, some of them twice, in random order. */
    private List<Arrival> doubled() {
        List<Arrival> all = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            all.add(random.nextInt(all.size() + 1), arrival);
            if (random.nextInt(8) == 0) {
                int again = Math.min(Math.max(arrival.day(), firstDay) + random.nextInt(12), lastDay + 1);
                all.add(random.nextInt(all.size() + 1), new Arrival(again, arrival.change()));
            }
        }
        return all;
    }
}
