package io.upswing.core.inprocess.history;

import io.upswing.core.entity.DealChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A random history: who works where, what is expected of them, and what becomes of deals and activities, in the order in
 * which it reaches the log, which is not the order in which it happened: late, doubled, the newest first.
 */
public final class Story {
    private final Random random;
    private final int firstDay;
    private final int lastDay;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final Map<String, Account> accounts = new HashMap<>();

    private Story(Random random, int firstDay, int lastDay) {
        this.random = random;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    /**
     * A history.
     *
     * @param firstDay        the first day on which a record can be recorded; what came before lies before any watermark
     * @param lastDay         the last day that closes; a few records come on the day after
     * @param fiscalYearStart 1 to 12
     */
    public static List<Arrival> of(Random random, int firstDay, int lastDay, int fiscalYearStart, int deals) {
        Story story = new Story(random, firstDay, lastDay);
        Staff staff = new Staff(random, firstDay, lastDay, fiscalYearStart);
        story.arrivals.addAll(staff.careers());
        story.arrivals.addAll(staff.quotas());
        for (int i = 0; i < deals; i++) {
            story.deal("deal-" + i);
        }
        int activities = deals + random.nextInt(deals);
        for (int i = 0; i < activities; i++) {
            // An id is one of a topic: a deal and an activity may share it.
            story.activity(random.nextInt(10) == 0 ? "deal-" + i : "act-" + i);
        }
        List<Arrival> shuffled = story.doubled();
        shuffled.sort(Comparator.comparingInt(Arrival::day));
        return shuffled;
    }

    /** A deal, and where the CRM is with it. */
    private record Account(String id, DealLife life, Versions versions) {}

    private void deal(String id) {
        int today = anyDay();
        Account account = new Account(id, new DealLife(random, today), new Versions(random));
        accounts.put(id, account);
        tell(account, account.life().restated(), today);
        int steps = random.nextInt(9);
        for (int i = 0; i < steps; i++) {
            today += random.nextInt(3) == 0 ? 0 : random.nextInt(9);
            DealChange change = account.life().next(today);
            tell(account, change, today);
            if (change instanceof DealChange.Merged(String into) && accounts.containsKey(into)) {
                Account survivor = accounts.get(into);
                tell(survivor, survivor.life().restated(), today);
            }
        }
    }

    private void tell(Account account, DealChange change, int today) {
        Change told = new Change.OfDeal(account.id(), account.versions().next(), change);
        arrivals.add(new Arrival(arrival(today), told));
    }

    private void activity(String id) {
        int today = anyDay();
        ActivityLife life = new ActivityLife(random, today);
        Versions versions = new Versions(random);
        arrivals.add(new Arrival(arrival(today), new Change.OfActivity(id, versions.next(), life.restated())));
        int steps = random.nextInt(2) == 0 ? 0 : random.nextInt(8);
        for (int i = 0; i < steps; i++) {
            today += random.nextInt(3) == 0 ? 0 : random.nextInt(9);
            arrivals.add(new Arrival(arrival(today), new Change.OfActivity(id, versions.next(), life.next(today))));
        }
    }

    private int anyDay() {
        return firstDay
                - (random.nextInt(3) == 0
                        ? random.nextInt(400)
                        : random.nextInt(10) - random.nextInt(lastDay - firstDay + 1));
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
