package io.upswing.app.stores;

import io.upswing.core.rep.OrgRecord;
import io.upswing.core.time.GateStore;
import java.util.List;

/** A gate's state, and the records that wait in it. */
record StoredGate<T>(WaitingRoom<GateStore.State, T> room) implements GateStore<T> {
    static StoredGate<OrgRecord> ofOrgRecords(ByteStore store) {
        return new StoredGate<>(new WaitingRoom<>(store, TimeCodec.GATE, OrgCodec.RECORD));
    }

    /** Of a gate in which nothing waits. */
    static StoredGate<Void> ofNothing(ByteStore store) {
        return new StoredGate<>(new WaitingRoom<>(store, TimeCodec.GATE, new Nothing()));
    }

    @Override
    public State load() {
        return room.load(State.initial());
    }

    @Override
    public void save(State state) {
        room.save(state);
    }

    @Override
    public void await(int k, T record) {
        room.await(k, record);
    }

    @Override
    public List<T> take(int k) {
        return room.take(k);
    }

    private static final class Nothing implements Codec<Void> {
        @Override
        public void write(Void value, ValueWriter out) {
            throw new IllegalStateException("nothing waits in this gate");
        }

        @Override
        public Void read(ValueReader in) {
            throw new IllegalStateException("nothing waits in this gate");
        }
    }
}
