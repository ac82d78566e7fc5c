package io.upswing.app.stores;

import io.upswing.core.kpi.ClosedSums;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/** Closed sums by subject, and, under a key that is shorter than any subject's, the windows that they are of. */
record StoredClosedSums(BySubject<ClosedSums> sums, Table<List<String>> windows) implements ClosedSums.Store {
    private static final Bytes WINDOWS = Bytes.wrap(new byte[] {0});

    StoredClosedSums(ByteStore store) {
        this(new BySubject<>(store, SumsCodec.CLOSED), new Table<>(store, SumsCodec.WINDOW_KEYS));
    }

    @Override
    public boolean has(String subject) {
        return sums.has(subject);
    }

    @Override
    public ClosedSums get(String subject, int windows) {
        return sums.get(subject).orElseGet(() -> ClosedSums.zero(windows));
    }

    @Override
    public void put(String subject, ClosedSums closed) {
        sums.put(subject, closed);
    }

    @Override
    public List<String> subjects() {
        return sums.subjects();
    }

    @Override
    public List<String> windowKeys() {
        return windows.get(WINDOWS).orElse(List.of());
    }

    @Override
    public void windowKeys(List<String> ids) {
        windows.put(WINDOWS, ids);
    }
}
