package io.upswing.core.inprocess.history;

import io.upswing.core.entity.DealChange;
import io.upswing.core.entity.DealState;
import io.upswing.core.entity.DealState.Share;
import io.upswing.core.entity.DealState.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/** What becomes of one deal, change by change: mostly the usual, sometimes anything that a CRM allows. */
final class DealLife {
    private enum Step {
        WIN,
        WIN_LATE,
        LOSE,
        REOPEN,
        REASSIGN,
        SPLIT,
        UNSPLIT,
        REPRICE,
        REDATE_CREATED,
        REDATE_CLOSED,
        CLEAR,
        CURRENCY,
        DELETE
    }

    private final Random random;
    private Status status = Status.OPEN;
    private OptionalLong amount = OptionalLong.empty();
    private Optional<String> currency = Optional.empty();
    private OptionalInt created = OptionalInt.empty();
    private OptionalInt closed = OptionalInt.empty();
    private Optional<String> owner = Optional.empty();
    private List<Share> credits = List.of();

    DealLife(Random random, int today) {
        this.random = random;
        reprice();
        created = OptionalInt.of(today - random.nextInt(4));
        reassign();
        if (random.nextInt(8) == 0) {
            split();
        }
    }

    /** The deal as it is. */
    DealChange state() {
        OptionalInt expected =
                random.nextInt(3) == 0 ? OptionalInt.of(created.orElse(15_000) + 30) : OptionalInt.empty();
        return new DealChange.Whole(new DealState(
                status, Optional.of("stage"), amount, currency, created, closed, expected, owner, credits));
    }

    /** What the CRM says after the next step. */
    DealChange next(int today) {
        Step step = Cast.pick(List.of(Step.values()), random);
        switch (step) {
            case WIN -> close(Status.WON, today - random.nextInt(3));
            case WIN_LATE -> close(Status.WON, date(today));
            case LOSE -> close(Status.LOST, today - random.nextInt(3));
            case REOPEN -> reopen();
            case REASSIGN -> reassign();
            case SPLIT -> split();
            case UNSPLIT -> credits = List.of();
            case REPRICE -> reprice();
            case REDATE_CREATED -> created = OptionalInt.of(date(today));
            case REDATE_CLOSED -> closed = OptionalInt.of(date(today));
            case CLEAR -> clear();
            case CURRENCY ->
                currency = Cast.pick(List.of(Optional.of("USD"), Optional.of("EUR"), Optional.empty()), random);
            case DELETE -> {
                return new DealChange.Deleted();
            }
        }
        return state();
    }

    private void close(Status as, int day) {
        status = as;
        closed = OptionalInt.of(day);
    }

    private void reopen() {
        status = Status.OPEN;
        if (random.nextBoolean()) {
            closed = OptionalInt.empty();
        }
    }

    private void reassign() {
        owner = random.nextInt(12) == 0 ? Optional.empty() : Optional.of(Cast.owner(random));
    }

    private void split() {
        List<Share> shares = new ArrayList<>();
        int left = 10_000;
        int parts = 1 + random.nextInt(4);
        for (int i = 1; i < parts; i++) {
            int part = random.nextBoolean() ? 10_000 / parts : 1 + random.nextInt(left - (parts - i));
            shares.add(new Share(Cast.owner(random), Math.min(part, left - (parts - i))));
            left -= shares.getLast().basisPoints();
        }
        shares.add(new Share(Cast.owner(random), random.nextInt(6) == 0 ? 1 + random.nextInt(10_000) : left));
        if (random.nextInt(100) == 0) {
            shares.add(new Share(Cast.owner(random), 10_001));
        }
        credits = shares;
    }

    private void reprice() {
        amount = OptionalLong.of(
                switch (random.nextInt(12)) {
                    case 0 -> -random.nextInt(1000);
                    case 1 -> 0;
                    case 2, 3 -> random.nextInt(12);
                    case 4 -> 10_000_000_000_000L - random.nextInt(2);
                    case 5 -> random.nextInt(10) == 0 ? 10_000_000_000_001L : 7;
                    default -> random.nextInt(1_000_000);
                });
    }

    private void clear() {
        switch (random.nextInt(3)) {
            case 0 -> amount = OptionalLong.empty();
            case 1 -> created = OptionalInt.empty();
            default -> closed = OptionalInt.empty();
        }
    }

    private int date(int today) {
        return switch (random.nextInt(16)) {
            case 0, 1 -> today - random.nextInt(420);
            case 2, 3, 4 -> today - random.nextInt(120);
            case 5 -> today + 1 + random.nextInt(50);
            case 6 -> today + 1 + random.nextInt(10);
            case 7 -> random.nextInt(3) == 0 ? today + 60 + random.nextInt(60) : today;
            case 8 -> random.nextInt(10) == 0 ? 7_304 : today;
            default -> today - random.nextInt(12);
        };
    }
}
