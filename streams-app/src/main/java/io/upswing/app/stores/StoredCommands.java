package io.upswing.app.stores;

import io.upswing.core.rep.CommandResult;
import io.upswing.core.rep.Commands;
import io.upswing.core.rep.RepCommand;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;

/** Commands that wait, by (k, arrival), and what became of others, by rep and id. */
record StoredCommands(WaitingRoom<Boolean, StoredCommands.Waiting> room, Table<CommandResult> results)
        implements Commands {
    private static final byte RESULT = 2;

    /** A command under a record of its own: what is sealed is told by its place in one. */
    record Waiting(RepCommand command) {}

    StoredCommands(ByteStore store) {
        this(
                new WaitingRoom<>(store, new NoState(), new RecordCodec<>(Waiting.class)),
                new Table<>(store, new RecordCodec<>(CommandResult.class)));
    }

    @Override
    public void await(int k, RepCommand command) {
        room.await(k, new Waiting(command));
    }

    @Override
    public List<RepCommand> take(int k) {
        return room.take(k).stream().map(Waiting::command).toList();
    }

    private static Bytes key(String rep, String id) {
        return Keys.under(RESULT, Keys.pair(rep, id));
    }

    @Override
    public Optional<CommandResult> result(String rep, String id) {
        return results.get(key(rep, id));
    }

    @Override
    public void put(CommandResult result) {
        results.put(key(result.rep(), result.id()), result);
    }

    /** Commands wait without a gate of their own. */
    private static final class NoState implements Codec<Boolean> {
        @Override
        public void write(Boolean value, ValueWriter out) {
            out.flag(value);
        }

        @Override
        public Boolean read(ValueReader in) {
            return in.flag();
        }
    }
}
