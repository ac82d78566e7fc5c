package io.upswing.app.stores;

import static io.upswing.app.stores.SourceOrderCodec.SOURCE_ORDER;

import io.upswing.core.entity.Spoken;
import io.upswing.core.source.SourceOrder;
import io.upswing.core.source.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads what an {@link OrderWriter} has written. */
final class OrderReader {
    private final ValueReader in;
    private final List<SourceOrder> orders = new ArrayList<>(List.of(Versioned.NEVER));

    OrderReader(ValueReader in) {
        this.in = in;
        orders.addAll(in.list(SOURCE_ORDER::read));
    }

    private SourceOrder next() {
        return orders.get(in.unsigned());
    }

    <T> Versioned<T> versioned(Function<ValueReader, T> value) {
        return new Versioned<>(next(), value.apply(in));
    }

    <T> NavigableMap<SourceOrder, T> history(Function<ValueReader, T> value) {
        NavigableMap<SourceOrder, T> history = new TreeMap<>();
        for (Versioned<T> entry : in.<Versioned<T>>list(from -> versioned(value))) {
            history.put(entry.order(), entry.value());
        }
        return history;
    }

    Spoken spoken() {
        return new Spoken(versioned(ValueReader::text), in.optional(from -> next()), in.optional(from -> next()));
    }
}
