package io.upswing.app.stores;

import static io.upswing.app.stores.SourceOrderCodec.SOURCE_ORDER;

import io.upswing.core.entity.Spoken;
import io.upswing.core.source.SourceOrder;
import io.upswing.core.source.Versioned;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Writes the fields of an entity: first a table of the distinct source orders in it, then each field with the index of its
 * order. An entity that knows whole states only has few orders in many fields.
 */
final class OrderWriter {
    private final Map<SourceOrder, Integer> indexes = new LinkedHashMap<>();
    private final ValueWriter out;

    OrderWriter(Stream<SourceOrder> orders, ValueWriter out) {
        this.out = out;
        // The order of a field that no change has set is in every entity: it has an index, and no place in the table.
        add(Versioned.NEVER);
        orders.forEach(this::add);
        out.list(indexes.keySet().stream().skip(1).toList(), SOURCE_ORDER::write);
    }

    private void add(SourceOrder order) {
        indexes.putIfAbsent(order, indexes.size());
    }

    static Stream<SourceOrder> ordersOf(Spoken spoken) {
        return Stream.of(Stream.of(spoken.source().order()), spoken.lastWhole().stream(), spoken.lastGap().stream())
                .flatMap(orders -> orders);
    }

    private void write(SourceOrder order) {
        out.unsigned(indexes.getOrDefault(order, 0));
    }

    <T> void write(Versioned<T> field, BiConsumer<T, ValueWriter> value) {
        write(field.order());
        value.accept(field.value(), out);
    }

    <T> void write(NavigableMap<SourceOrder, T> history, BiConsumer<T, ValueWriter> value) {
        out.list(history.entrySet(), (entry, to) -> {
            write(entry.getKey());
            value.accept(entry.getValue(), to);
        });
    }

    void write(Spoken spoken) {
        write(spoken.source(), (source, to) -> to.text(source));
        out.optional(spoken.lastWhole(), (order, to) -> write(order));
        out.optional(spoken.lastGap(), (order, to) -> write(order));
    }
}
