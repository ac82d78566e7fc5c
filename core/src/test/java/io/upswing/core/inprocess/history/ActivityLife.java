package io.upswing.core.inprocess.history;

import io.upswing.core.entity.ActivityChange;
import io.upswing.core.entity.ActivityState;
import io.upswing.core.entity.ActivityState.Channel;
import io.upswing.core.entity.ActivityState.Kind;
import io.upswing.core.entity.ActivityState.Moment;
import io.upswing.core.entity.ActivityState.Status;
import io.upswing.core.entity.DealChange.Field;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** What becomes of one activity, change by change: mostly it is done and logged, sometimes anything that a CRM allows. */
final class ActivityLife {
    private enum Step {
        DO,
        PLAN,
        CANCEL,
        MISS,
        RELOG,
        REDATE,
        REASSIGN,
        RECLASSIFY,
        MOVE_TO_PHONE,
        CLEAR,
        DELETE,
        MERGE,
        GAP
    }

    /** Before a word was said. */
    private static final ActivityState NOTHING = new ActivityState(
            Kind.CALL,
            Status.MERGED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private static final long DAY_SECONDS = 86_400;

    private final Random random;
    private final Form form;
    private boolean isKindTold;
    private ActivityState told = NOTHING;
    private Kind kind;
    private Status status;
    private Optional<Moment> happened;
    private Optional<Moment> logged = Optional.empty();
    private Optional<String> owner;
    private Optional<String> lead = Optional.empty();
    private Optional<Channel> channel = Optional.empty();

    ActivityLife(Random random, int today) {
        this(random, today, Cast.pick(List.of(Form.values()), random));
    }

    ActivityLife(Random random, int today, Form form) {
        this.random = random;
        this.form = form;
        kind = Cast.pick(List.of(Kind.values()), random);
        status = random.nextInt(4) == 0 ? Status.PLANNED : Status.DONE;
        happened = Optional.of(moment(
                switch (random.nextInt(8)) {
                    case 0 -> Cast.date(today, random);
                    case 1 -> today - 80 - random.nextInt(50);
                    default -> today - random.nextInt(3);
                }));
        owner = owner();
        if (random.nextInt(3) != 0) {
            log();
        }
    }

    /** The activity as it is. */
    ActivityState state() {
        return new ActivityState(kind, status, happened, logged, owner, Optional.of("deal-1"), lead, channel);
    }

    /** What the CRM says of the activity as it is. */
    ActivityChange restated() {
        ActivityState before = told;
        told = state();
        if (!form.isPatch(random)) {
            isKindTold = true;
            return new ActivityChange.Whole(told);
        }
        return patch(before, told);
    }

    private ActivityChange patch(ActivityState before, ActivityState now) {
        Optional<Kind> said = form.field(before.kind(), now.kind(), random).map(Field::value);
        if (!isKindTold && form == Form.PATCHES) {
            said = Optional.of(now.kind());
        }
        isKindTold |= said.isPresent();
        return new ActivityChange.Patch(
                said,
                form.field(before.status(), now.status(), random).map(Field::value),
                form.field(before.happened(), now.happened(), random),
                form.field(before.logged(), now.logged(), random),
                form.field(before.owner(), now.owner(), random),
                form.field(before.deal(), now.deal(), random),
                form.field(before.lead(), now.lead(), random),
                form.field(before.channel(), now.channel(), random));
    }

    /** What the CRM says after the next step. */
    ActivityChange next(int today) {
        Step step = Cast.pick(List.of(Step.values()), random);
        switch (step) {
            case DO -> {
                status = Status.DONE;
                happened = Optional.of(moment(today));
            }
            case PLAN -> status = Status.PLANNED;
            case CANCEL -> status = Status.CANCELLED;
            case MISS -> status = Status.NO_SHOW;
            case RELOG -> log();
            case REDATE -> happened = Optional.of(moment(Cast.date(today, random)));
            case REASSIGN -> owner = owner();
            case RECLASSIFY -> kind = Cast.pick(List.of(Kind.values()), random);
            case MOVE_TO_PHONE -> channel = Optional.of(Channel.MOBILE);
            case CLEAR -> clear();
            case DELETE -> {
                return gone(Status.DELETED, new ActivityChange.Deleted());
            }
            case MERGE -> {
                return gone(Status.MERGED, new ActivityChange.Merged("act-" + random.nextInt(20)));
            }
            case GAP -> {
                return new ActivityChange.Gap();
            }
        }
        lead = random.nextBoolean() ? lead : Optional.of("lead-" + random.nextInt(3));
        return restated();
    }

    private ActivityChange gone(Status as, ActivityChange change) {
        told = new ActivityState(
                told.kind(),
                as,
                told.happened(),
                told.logged(),
                told.owner(),
                told.deal(),
                told.lead(),
                told.channel());
        return change;
    }

    private Optional<String> owner() {
        return random.nextInt(12) == 0 ? Optional.empty() : Optional.of(Cast.owner(random));
    }

    /** At once, within the hour, or some days late; sometimes ahead of the time. */
    private void log() {
        channel = Cast.pick(List.of(Optional.of(Channel.MOBILE), Optional.of(Channel.DESK), Optional.empty()), random);
        int day = happened.map(Moment::day).orElse(15_000);
        int late = random.nextInt(4) == 0 ? random.nextInt(12) - 2 : 0;
        OptionalLong second = happened.flatMap(moment -> moment.second().isPresent()
                        ? Optional.of(moment.second().getAsLong())
                        : Optional.empty())
                .map(at ->
                        OptionalLong.of(at + late * DAY_SECONDS + random.nextInt(random.nextBoolean() ? 150 : 9_000)))
                .orElseGet(OptionalLong::empty);
        logged = Optional.of(
                second.isPresent() && random.nextInt(6) != 0
                        ? new Moment(Math.toIntExact(Math.floorDiv(second.getAsLong(), DAY_SECONDS)), second)
                        : moment(day + late));
    }

    private Moment moment(int day) {
        return new Moment(
                day,
                random.nextInt(3) == 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(day * DAY_SECONDS + random.nextInt((int) DAY_SECONDS)));
    }

    private void clear() {
        switch (random.nextInt(4)) {
            case 0 -> owner = Optional.empty();
            case 1 -> happened = Optional.empty();
            case 2 -> logged = Optional.empty();
            default -> channel = Optional.empty();
        }
    }
}
