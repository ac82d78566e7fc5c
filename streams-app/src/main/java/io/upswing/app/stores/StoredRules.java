package io.upswing.app.stores;

import io.upswing.core.issues.Scope;
import io.upswing.core.rep.RuleStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;

/** The versions of all rules, by rule and version. */
record StoredRules(Table<RuleStore.Entry> entries) implements RuleStore {
    StoredRules(ByteStore store, Function<String, Scope.Condition> conditions) {
        this(new Table<>(store, new RecordCodec<>(RuleStore.Entry.class, conditions)));
    }

    @Override
    public void put(Entry entry) {
        Bytes key = Keys.pane(entry.rule().id(), entry.rule().version());
        entries.put(key, entry);
    }

    @Override
    public List<Entry> all() {
        List<Entry> all = new ArrayList<>();
        entries.first(Optional.empty(), Integer.MAX_VALUE, (key, entry) -> all.add(entry));
        return all;
    }
}
