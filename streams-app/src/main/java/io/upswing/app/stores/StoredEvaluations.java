package io.upswing.app.stores;

import io.upswing.core.rep.EvaluationStore;
import io.upswing.core.rep.UnitDay;
import java.util.List;

/** How far evaluations are, and the unit days that wait, by the day at whose close they were sent. */
record StoredEvaluations(WaitingRoom<EvaluationStore.Progress, UnitDay> room) implements EvaluationStore {
    StoredEvaluations(ByteStore store) {
        this(new WaitingRoom<>(store, TimeCodec.PROGRESS, UnitDayCodec.UNIT_DAY));
    }

    @Override
    public Progress load() {
        return room.load(Progress.initial());
    }

    @Override
    public void save(Progress progress) {
        room.save(progress);
    }

    @Override
    public void await(UnitDay unitDay) {
        room.await(unitDay.closedDay(), unitDay);
    }

    @Override
    public List<UnitDay> take(int closedDay) {
        return room.take(closedDay);
    }
}
