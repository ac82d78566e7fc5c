package io.upswing.app.stores;

import io.upswing.core.evaluation.Correction;
import io.upswing.core.kpi.Sums;
import io.upswing.core.rep.Corrections;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;

/** What was learned of earlier days, under (k, rep, entity, event date). */
record StoredCorrections(Table<Sums> sums) implements Corrections {
    StoredCorrections(ByteStore store) {
        this(new Table<>(store, SumsCodec.SUMS));
    }

    @Override
    public void add(int k, String rep, String entity, int day, Sums added) {
        Bytes key = Keys.correction(k, rep, entity, day);
        Sums now = sums.get(key).orElse(Sums.ZERO).plus(added);
        if (now.isZero()) {
            sums.remove(key);
        } else {
            sums.put(key, now);
        }
    }

    @Override
    public List<Correction> recordedOn(int k, String rep) {
        SortedMap<String, SortedMap<Integer, Sums>> entities = new TreeMap<>();
        sums.range(
                Keys.firstCorrection(k, rep),
                Keys.afterCorrections(k, rep),
                (key, of) -> entities.computeIfAbsent(Keys.entityOfCorrection(key), entity -> new TreeMap<>())
                        .put(Keys.dayAtEnd(key), of));
        return entities.entrySet().stream()
                .map(entry -> new Correction(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public void forget(int k) {
        List<Bytes> keys = new ArrayList<>();
        sums.range(Keys.firstChange(Integer.MIN_VALUE), Keys.afterChanges(k), (key, of) -> keys.add(Bytes.wrap(key)));
        keys.forEach(sums::remove);
    }
}
