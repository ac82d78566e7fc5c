package io.upswing.core.inprocess;

import io.upswing.core.rep.CommandResult;
import io.upswing.core.rep.Commands;
import io.upswing.core.rep.RepCommand;
import io.upswing.core.rep.RuleStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Commands and rules on the heap, taken back by a crash. */
final class MemoryCommands implements Commands {
    private final JournaledMap<Integer, List<RepCommand>> waiting;
    private final JournaledMap<String, CommandResult> results;

    MemoryCommands(Journal journal) {
        waiting = new JournaledMap<>(journal, Comparator.naturalOrder());
        results = new JournaledMap<>(journal, Comparator.naturalOrder());
    }

    @Override
    public void await(int k, RepCommand command) {
        List<RepCommand> longer = new ArrayList<>(waiting.get(k).orElse(List.of()));
        longer.add(command);
        waiting.put(k, longer);
    }

    @Override
    public List<RepCommand> take(int k) {
        List<RepCommand> taken = waiting.get(k).orElse(List.of());
        waiting.remove(k);
        return taken;
    }

    @Override
    public Optional<CommandResult> result(String rep, String id) {
        return results.get(rep + "\n" + id);
    }

    @Override
    public void put(CommandResult result) {
        results.put(result.rep() + "\n" + result.id(), result);
    }

    /** Rules, likewise. */
    static final class Rules implements RuleStore {
        private final JournaledMap<String, Entry> entries;

        Rules(Journal journal) {
            entries = new JournaledMap<>(journal, Comparator.naturalOrder());
        }

        @Override
        public void put(Entry entry) {
            entries.put(entry.rule().id() + "\n" + entry.rule().version(), entry);
        }

        @Override
        public List<Entry> all() {
            return List.copyOf(entries.all().values());
        }
    }
}
