package io.upswing.producers.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The edits of one entity, planned in any order and made in the order of time. */
final class Story<D> {
    private final List<Edit<D>> edits = new ArrayList<>();

    private record Edit<D>(Instant at, Consumer<D> change, Set<Ingredient> ingredients, Optional<String> eventId) {}

    void add(Instant at, Consumer<D> change, Ingredient... ingredients) {
        edits.add(new Edit<>(at, change, setOf(ingredients), Optional.empty()));
    }

    void add(Instant at, Consumer<D> change, Optional<String> eventId, Set<Ingredient> ingredients) {
        edits.add(new Edit<>(at, change, ingredients, eventId));
    }

    private static Set<Ingredient> setOf(Ingredient... ingredients) {
        Set<Ingredient> set = EnumSet.noneOf(Ingredient.class);
        set.addAll(Arrays.asList(ingredients));
        return set;
    }

    /**
     * Makes the edits.
     *
     * @param told makes one, and returns what is told of it; nothing if the entity is gone
     */
    List<Step> steps(Function<Consumer<D>, Optional<Object>> told) {
        List<Step> steps = new ArrayList<>();
        edits.stream()
                .sorted(Comparator.comparing(Edit::at))
                .forEach(edit -> told.apply(edit.change())
                        .ifPresent(
                                change -> steps.add(new Step(edit.at(), change, edit.ingredients(), edit.eventId()))));
        return steps;
    }
}
