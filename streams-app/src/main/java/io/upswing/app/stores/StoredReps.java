package io.upswing.app.stores;

import io.upswing.core.rep.Rep;
import io.upswing.core.rep.Reps;
import java.util.List;

/** Reps by id. */
record StoredReps(BySubject<Rep> reps) implements Reps {
    StoredReps(ByteStore store) {
        this(new BySubject<>(store, OrgCodec.REP));
    }

    @Override
    public Rep get(String id) {
        return reps.get(id).orElse(Rep.UNKNOWN);
    }

    @Override
    public void put(String id, Rep rep) {
        reps.put(id, rep);
    }

    @Override
    public List<String> ids() {
        return reps.subjects();
    }
}
