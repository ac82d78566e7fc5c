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

/** The edits of one entity, planned in any order and made in the order of time. */
final class Story<D extends Draft> {
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

    /** Makes the edits. One that is gone is edited no more, but for being restored. */
    List<Step> steps(D draft, boolean whole) {
        List<Step> steps = new ArrayList<>();
        edits.stream().sorted(Comparator.comparing(Edit::at)).forEach(edit -> {
            boolean wasGone = draft.isGone();
            edit.change().accept(draft);
            Object change = draft.told(whole);
            if (!wasGone || !draft.isGone()) {
                steps.add(new Step(edit.at(), change, marked(edit.ingredients(), whole), edit.eventId()));
            }
        });
        return steps;
    }

    private static Set<Ingredient> marked(Set<Ingredient> ingredients, boolean whole) {
        Set<Ingredient> marked = setOf(whole ? new Ingredient[] {Ingredient.WHOLE_STATES} : new Ingredient[0]);
        marked.addAll(ingredients);
        return marked;
    }
}
