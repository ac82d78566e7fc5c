package io.upswing.core.inprocess.history;

import io.upswing.core.entity.ActivityChange;
import io.upswing.core.entity.ActivityState;
import io.upswing.core.entity.DealChange;
import io.upswing.core.entity.DealState;
import io.upswing.core.source.SourceOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The same lives of deals and activities told twice.
 *
 * @param wholes  by whole states, in order
 * @param patches by patches of what changed, in any order, some of them twice
 */
public record Retelling(List<Change> wholes, List<Change> patches) {
    private static final long MAX_AMOUNT = 10_000_000_000_000L;
    private static final int EARLIEST = 7_305;

    /** Some deals and as many activities. Entities share event ids. */
    public static Retelling of(long seed, int today, int entities) {
        List<Change> wholes = lives(seed, today, entities, Form.WHOLE);
        Set<String> refused = wholes.stream()
                .filter(change -> !isTaken(change))
                .map(Change::key)
                .collect(Collectors.toSet());
        List<Change> patches = lives(seed, today, entities, Form.PATCHES);
        wholes.removeIf(change -> refused.contains(change.key()));
        patches.removeIf(change -> refused.contains(change.key()));
        Random random = new Random(seed);
        for (Change change : List.copyOf(patches)) {
            if (random.nextInt(4) == 0) {
                patches.add(change);
            }
        }
        Collections.shuffle(patches, random);
        return new Retelling(wholes, patches);
    }

    private static List<Change> lives(long seed, int lastDay, int entities, Form form) {
        Random random = new Random(seed);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < entities; i++) {
            int today = lastDay - random.nextInt(60);
            DealLife deal = new DealLife(random, today, form);
            ActivityLife activity = new ActivityLife(random, today, form);
            changes.add(new Change.OfDeal("deal-" + i, order(0), deal.restated()));
            changes.add(new Change.OfActivity("act-" + i, order(0), activity.restated()));
            int steps = random.nextInt(12);
            for (int step = 1; step <= steps; step++) {
                today = Math.min(lastDay, today + random.nextInt(6));
                changes.add(new Change.OfDeal("deal-" + i, order(step), deal.next(today)));
                changes.add(new Change.OfActivity("act-" + i, order(step), activity.next(today)));
            }
        }
        return changes;
    }

    /** One word out of bounds is refused, and with a whole state all that it says, but with a patch only what it says. */
    private static boolean isTaken(Change change) {
        return switch (change) {
            case Change.OfDeal(String id, SourceOrder order, DealChange.Whole(DealState state)) ->
                state.amount().orElse(0) <= MAX_AMOUNT
                        && areDays(state.created(), state.closed())
                        && state.credits().stream().allMatch(share -> share.basisPoints() <= 10_000);
            case Change.OfActivity(String id, SourceOrder order, ActivityChange.Whole(ActivityState state)) ->
                Stream.of(state.happened(), state.logged())
                        .flatMap(Optional::stream)
                        .allMatch(moment -> moment.day() >= EARLIEST);
            default -> true;
        };
    }

    private static boolean areDays(OptionalInt... days) {
        return Stream.of(days).allMatch(day -> day.orElse(EARLIEST) >= EARLIEST);
    }

    private static SourceOrder order(int step) {
        return new SourceOrder(step, 0, "event-" + step % 3);
    }
}
