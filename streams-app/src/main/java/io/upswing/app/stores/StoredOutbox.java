package io.upswing.app.stores;

import io.upswing.core.kpi.Outbox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/** What waits to be sent: subjects under one prefix, panes under another. The keys say all. */
record StoredOutbox(Table<StoredOutbox.Mark> table) implements Outbox {
    private static final byte SUBJECTS = 0;
    private static final byte PANES = 1;
    private static final Comparator<Pane> ORDER =
            Comparator.comparing(Pane::subject).thenComparingInt(Pane::day);

    /** A value that says only that its key is there. */
    enum Mark {
        THERE
    }

    StoredOutbox(ByteStore store) {
        this(new Table<>(store, new MarkCodec()));
    }

    @Override
    public void subject(String subject) {
        table.put(Keys.under(SUBJECTS, Keys.subject(subject)), Mark.THERE);
    }

    @Override
    public void pane(String subject, int day) {
        table.put(Keys.under(PANES, Keys.pane(subject, day)), Mark.THERE);
    }

    @Override
    public List<String> takeSubjects() {
        return take(SUBJECTS).stream()
                .map(key -> Keys.subjectAt(key, 1))
                .sorted()
                .toList();
    }

    @Override
    public List<Pane> takePanes() {
        return take(PANES).stream()
                .map(key -> new Pane(Keys.subjectAt(key, 1), Keys.dayAtEnd(key)))
                .sorted(ORDER)
                .toList();
    }

    private List<byte[]> take(byte prefix) {
        List<byte[]> taken = new ArrayList<>();
        table.range(Keys.single(prefix), Keys.afterSubjects(prefix), (key, mark) -> taken.add(key));
        taken.forEach(key -> table.remove(Bytes.wrap(key)));
        return taken;
    }

    private static final class MarkCodec implements Codec<Mark> {
        @Override
        public void write(Mark value, ValueWriter out) {}

        @Override
        public Mark read(ValueReader in) {
            return Mark.THERE;
        }
    }
}
