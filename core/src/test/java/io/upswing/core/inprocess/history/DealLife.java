package io.upswing.core.inprocess.history;

import io.upswing.core.entity.DealChange;
import io.upswing.core.entity.DealChange.Field;
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
        DELETE,
        MERGE,
        GAP
    }

    /** Before a word was said. */
    private static final DealState NOTHING = new DealState(
            Status.MERGED,
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            List.of());

    private final Random random;
    private final Form form;
    private DealState told = NOTHING;
    private Status status = Status.OPEN;
    private OptionalLong amount = OptionalLong.empty();
    private Optional<String> currency = Optional.empty();
    private OptionalInt created = OptionalInt.empty();
    private OptionalInt closed = OptionalInt.empty();
    private OptionalInt expected = OptionalInt.empty();
    private Optional<String> owner = Optional.empty();
    private List<Share> credits = List.of();

    DealLife(Random random, int today) {
        this(random, today, Cast.pick(List.of(Form.values()), random));
    }

    DealLife(Random random, int today, Form form) {
        this.random = random;
        this.form = form;
        reprice();
        created = OptionalInt.of(today - random.nextInt(4));
        reassign();
        if (random.nextInt(8) == 0) {
            split();
        }
    }

    /** The deal as it is. */
    DealState state() {
        return new DealState(status, Optional.of("stage"), amount, currency, created, closed, expected, owner, credits);
    }

    /** What the CRM says of the deal as it is. */
    DealChange restated() {
        DealState before = told;
        told = state();
        return form.isPatch(random) ? patch(before, told) : new DealChange.Whole(told);
    }

    private DealChange patch(DealState before, DealState now) {
        return new DealChange.Patch(
                form.field(before.status(), now.status(), random).map(Field::value),
                form.field(before.stage(), now.stage(), random),
                form.field(before.amount(), now.amount(), random),
                form.field(before.currency(), now.currency(), random),
                form.field(before.created(), now.created(), random),
                form.field(before.closed(), now.closed(), random),
                form.field(before.expectedClose(), now.expectedClose(), random),
                form.field(before.owner(), now.owner(), random),
                form.field(before.credits(), now.credits(), random));
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
                return gone(Status.DELETED, new DealChange.Deleted());
            }
            case MERGE -> {
                return gone(Status.MERGED, new DealChange.Merged("deal-" + random.nextInt(20)));
            }
            case GAP -> {
                return new DealChange.Gap();
            }
        }
        expected = random.nextInt(3) == 0 ? OptionalInt.of(created.orElse(15_000) + 30) : OptionalInt.empty();
        return restated();
    }

    private DealChange gone(Status as, DealChange change) {
        told = new DealState(
                as,
                told.stage(),
                told.amount(),
                told.currency(),
                told.created(),
                told.closed(),
                told.expectedClose(),
                told.owner(),
                told.credits());
        return change;
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
        switch (random.nextInt(4)) {
            case 0 -> amount = OptionalLong.empty();
            case 1 -> created = OptionalInt.empty();
            case 2 -> owner = Optional.empty();
            default -> closed = OptionalInt.empty();
        }
    }

    private int date(int today) {
        return Cast.date(today, random);
    }
}
