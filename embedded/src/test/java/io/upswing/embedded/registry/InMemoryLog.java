package io.upswing.embedded.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A log without a broker. */
final class InMemoryLog implements ChangeLog {
    private final List<Change> changes = new ArrayList<>();
    private final Consumer<Change> state;

    InMemoryLog(Consumer<Change> state) {
        this.state = state;
    }

    @Override
    public synchronized <T> T write(Function<Consumer<Change>, T> work) {
        return work.apply(change -> {
            changes.add(change);
            state.accept(change);
        });
    }

    synchronized List<Change> changes() {
        return List.copyOf(changes);
    }
}
