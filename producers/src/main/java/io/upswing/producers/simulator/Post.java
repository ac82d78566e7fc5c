package io.upswing.producers.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The way from the CRM to the topics: versions and event ids are given, and some changes come late, twice, or overtaken. */
final class Post {
    private final SimulationSettings settings;
    private final Draws.Seeds seeds;
    private final Rhythm rhythm;
    private final Mailbag mail;

    /** Makes an event out of a step. */
    @FunctionalInterface
    interface Envelope {
        SpecificRecord of(String eventId, @Nullable Long version, Step step);
    }

    /** @param place in the order of telling, within a day */
    private record Letter(LocalDate told, double place, SimulatedRecord record) {}

    Post(SimulationSettings settings, Rhythm rhythm, Mailbag mail) {
        this.settings = settings;
        this.seeds = new Draws.Seeds(settings.seed());
        this.rhythm = rhythm;
        this.mail = mail;
    }

    /** Whether an entity's source has versions. */
    boolean isVersioned(String id) {
        return !seeds.of("versions", id).chance(settings.share(Ingredient.UNVERSIONED));
    }

    /** Sends the steps of an entity, which are in order. */
    void send(String id, List<Step> steps, Envelope envelope) {
        send(id, steps, envelope, ingredient -> settings.share(ingredient) > 0);
    }

    /** Sends the steps as they come: nothing late, nothing twice. */
    void sendPlainly(String id, List<Step> steps, Envelope envelope) {
        send(id, steps, envelope, ingredient -> false);
    }

    private void send(String id, List<Step> steps, Envelope envelope, Predicate<Ingredient> allowed) {
        boolean versioned = !allowed.test(Ingredient.UNVERSIONED) || isVersioned(id);
        Draws versions = seeds.of("version", id);
        List<Letter> letters = new ArrayList<>();
        long version = 0;
        LocalDate next = LocalDate.MIN;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            version += versions.between(1, 3);
            String eventId = step.eventId().orElse(String.format(Locale.ROOT, "%s.%02d", id, i + 1));
            SpecificRecord event = envelope.of(eventId, versioned ? (Long) version : null, step);
            Set<Ingredient> of = EnumSet.noneOf(Ingredient.class);
            of.addAll(step.ingredients());
            if (!versioned) {
                of.add(Ingredient.UNVERSIONED);
            }
            LocalDate following =
                    i + 1 < steps.size() ? rhythm.dayOf(steps.get(i + 1).at()) : next;
            letters.addAll(
                    letters(id, i, new SimulatedRecord(id, event, of), rhythm.dayOf(step.at()), following, allowed));
        }
        letters.sort(Comparator.comparing(Letter::told).thenComparingDouble(Letter::place));
        letters.forEach(letter -> mail.post(letter.told(), letter.record()));
    }

    private List<Letter> letters(
            String id,
            int number,
            SimulatedRecord record,
            LocalDate day,
            LocalDate next,
            Predicate<Ingredient> allowed) {
        Draws draws = seeds.of("post", id + '.' + number);
        boolean late = chance(Ingredient.LATE, draws, allowed);
        LocalDate told = day.plusDays(late ? draws.between(1, 12) : 0);
        Set<Ingredient> of = EnumSet.noneOf(Ingredient.class);
        of.addAll(record.ingredients());
        if (late) {
            of.add(Ingredient.LATE);
        }
        double place = number;
        if (chance(Ingredient.OUT_OF_ORDER, draws, allowed) && !next.isBefore(told)) {
            of.add(Ingredient.OUT_OF_ORDER);
            told = next;
            place = number + 1.5;
        }
        List<Letter> letters = new ArrayList<>();
        letters.add(new Letter(told, place, new SimulatedRecord(record.key(), record.value(), of)));
        if (chance(Ingredient.DUPLICATES, draws, allowed)) {
            of.add(Ingredient.DUPLICATES);
            LocalDate again = told.plusDays(draws.between(0, 5));
            letters.add(new Letter(again, place + 0.1, new SimulatedRecord(record.key(), record.value(), of)));
        }
        return letters;
    }

    private boolean chance(Ingredient ingredient, Draws draws, Predicate<Ingredient> allowed) {
        return draws.chance(settings.share(ingredient)) && allowed.test(ingredient);
    }
}
