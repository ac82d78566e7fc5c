package io.upswing.producers.simulator;

import io.upswing.schemas.ActivityEvent;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.Name;
import io.upswing.schemas.QuotaEvent;
import io.upswing.schemas.RepEvent;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * What is told of one entity.
 *
 * @param key         the entity's id
 * @param value       a {@link DealEvent}, {@link ActivityEvent}, {@link RepEvent}, {@link QuotaEvent} or {@link Name}
 * @param ingredients what is special about it
 * @param damage      how it is spoilt on its way; a record with any damage must not count
 */
public record SimulatedRecord(String key, SpecificRecord value, Set<Ingredient> ingredients, Damage damage) {
    public SimulatedRecord {
        ingredients = Set.copyOf(ingredients);
    }

    SimulatedRecord(String key, SpecificRecord value, Set<Ingredient> ingredients) {
        this(key, value, ingredients, Damage.NONE);
    }

    /** Whether it counts. */
    public boolean isGood() {
        return damage.kind() == Damage.Kind.NONE;
    }

    /** The topic in which it belongs. */
    public Topic<String, ?> topic(TopicCatalogue topics) {
        return switch (value) {
            case DealEvent ignored -> topics.deals();
            case ActivityEvent ignored -> topics.activities();
            case RepEvent ignored -> topics.reps();
            case QuotaEvent ignored -> topics.quotas();
            case Name ignored -> topics.names();
            default -> throw new IllegalStateException("no input has such values: " + value.getSchema());
        };
    }

    /** The value as it would lie in its topic without any damage. */
    byte[] serialized(TopicCatalogue topics) {
        return switch (value) {
            case DealEvent event -> topics.deals().serialized(event);
            case ActivityEvent event -> topics.activities().serialized(event);
            case RepEvent event -> topics.reps().serialized(event);
            case QuotaEvent event -> topics.quotas().serialized(event);
            case Name name -> topics.names().serialized(name);
            default -> throw new IllegalStateException("no input has such values: " + value.getSchema());
        };
    }
}
