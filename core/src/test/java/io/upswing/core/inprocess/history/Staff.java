package io.upswing.core.inprocess.history;

import io.upswing.core.evaluation.Assignment;
import io.upswing.core.evaluation.Assignment.Leave;
import io.upswing.core.rep.OrgChange;
import io.upswing.core.rep.QuotaChange;
import io.upswing.core.rep.QuotaChange.Period;
import io.upswing.core.rep.QuotaChange.Slot;
import io.upswing.core.source.SourceOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/** What HR says: who works where, who is away, and what is expected. */
final class Staff {
    private final Random random;
    private final int firstDay;
    private final int lastDay;
    private final int fiscalYearStart;

    Staff(Random random, int firstDay, int lastDay, int fiscalYearStart) {
        this.random = random;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.fiscalYearStart = fiscalYearStart;
    }

    List<Arrival> careers() {
        List<Arrival> told = new ArrayList<>();
        Cast.KNOWN.forEach(rep -> told.addAll(career(rep)));
        told.addAll(career(Cast.IDLE));
        return told;
    }

    private List<Arrival> career(String rep) {
        List<Arrival> told = new ArrayList<>();
        int changes = 1 + random.nextInt(6);
        int effective = firstDay - random.nextInt(500);
        int arrival = random.nextInt(4) == 0 ? firstDay + days() : Arrival.BEFORE_ALL;
        Optional<Assignment> before = Optional.empty();
        for (int i = 0; i < changes; i++) {
            before = assignment(before);
            OrgChange change = new OrgChange(rep, order(i), effective, before);
            told.add(new Arrival(arrival, new Change.OfOrg(change)));
            if (random.nextInt(4) != 0) {
                effective = firstDay - 10 + days() + random.nextInt(20);
            }
            arrival = learned(effective);
        }
        return told;
    }

    /** A version says nothing of when it is learned: some are learned in reverse order. Some orders come twice. */
    private SourceOrder order(int number) {
        int event = random.nextInt(6) == 0 ? 0 : number;
        return new SourceOrder(1 + random.nextInt(8), event, "hr-" + event);
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

    private int days() {
        return random.nextInt(lastDay - firstDay + 1);
    }

    private Optional<Assignment> assignment(Optional<Assignment> before) {
        if (random.nextInt(6) == 0) {
            return Optional.empty();
        }
        boolean stays = before.isPresent() && random.nextInt(4) == 0;
        return Optional.of(new Assignment(
                stays ? before.orElseThrow().team() : some(Cast.team(random)),
                stays ? before.orElseThrow().region() : some(Cast.region(random)),
                OptionalInt.of(firstDay - 100 - random.nextInt(3)),
                leaves()));
    }

    private Optional<String> some(String unit) {
        return random.nextInt(8) == 0 ? Optional.empty() : Optional.of(unit);
    }

    private List<Leave> leaves() {
        List<Leave> leaves = new ArrayList<>();
        while (random.nextInt(3) == 0) {
            int from = firstDay + days();
            leaves.add(new Leave(
                    from, random.nextInt(3) == 0 ? OptionalInt.empty() : OptionalInt.of(from + random.nextInt(20))));
        }
        return leaves;
    }

    List<Arrival> quotas() {
        List<Arrival> told = new ArrayList<>();
        List<String> reps = new ArrayList<>(Cast.KNOWN);
        reps.add(Cast.STRANGER);
        reps.add(Cast.IDLE);
        for (String rep : reps) {
            int periods = random.nextInt(4);
            for (int i = 0; i < periods; i++) {
                told.addAll(quotas(rep));
            }
        }
        return told;
    }

    /** Of one period: said once or often, in force at once or from some day on. */
    private List<Arrival> quotas(String rep) {
        List<Arrival> told = new ArrayList<>();
        Period period = random.nextBoolean() ? Period.MONTH : Period.QUARTER;
        int start = start(period);
        int effective = start - random.nextInt(2) * random.nextInt(40);
        int changes = 1 + random.nextInt(5);
        for (int i = 0; i < changes; i++) {
            QuotaChange change = new QuotaChange(rep, order(i), new Slot(period, start, effective), amount());
            told.add(new Arrival(quotaLearned(start, effective), new Change.OfQuota(change)));
            if (random.nextInt(3) != 0) {
                effective = start - 10 + random.nextInt(period == Period.MONTH ? 45 : 110);
            }
        }
        return told;
    }

    private int start(Period period) {
        int about = switch (random.nextInt(10)) {
            case 0 -> firstDay - 90 - random.nextInt(random.nextBoolean() ? 100 : 900);
            case 1 -> lastDay + random.nextInt(80);
            default -> firstDay + days();
        };
        LocalDate first = LocalDate.ofEpochDay(about).withDayOfMonth(1);
        while (period == Period.QUARTER && (first.getMonthValue() + 12 - fiscalYearStart) % 3 != 0) {
            first = first.minusMonths(1);
        }
        int start = Math.toIntExact(first.toEpochDay());
        return random.nextInt(25) == 0 ? start + random.nextInt(40) : start;
    }

    private int quotaLearned(int start, int effective) {
        int day = random.nextInt(3) == 0 ? start - random.nextInt(30) : learned(effective);
        return day < firstDay ? Arrival.BEFORE_ALL : Math.min(day, lastDay + 1);
    }

    private OptionalLong amount() {
        return switch (random.nextInt(14)) {
            case 0, 1 -> OptionalLong.empty();
            case 2 -> OptionalLong.of(0);
            case 3 -> OptionalLong.of(10_000_000_000_000L + random.nextInt(2));
            case 4 -> OptionalLong.of(random.nextInt(10) == 0 ? -1 : 7);
            default -> OptionalLong.of(random.nextInt(3_000_000));
        };
    }
}
