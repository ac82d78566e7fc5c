package io.upswing.app.stores;

import io.upswing.core.kpi.ClosedSums;
import io.upswing.core.kpi.Sums;
import java.util.List;

/** Sums: how many keys, then each key less the one before, and its amount. */
final class SumsCodec implements Codec<Sums> {
    static final Codec<Sums> SUMS = new SumsCodec();
    static final Codec<ClosedSums> CLOSED = new Closed();
    static final Codec<List<String>> WINDOW_KEYS = new WindowKeys();

    private SumsCodec() {}

    @Override
    public void write(Sums sums, ValueWriter out) {
        out.unsigned(sums.size());
        int[] before = {0};
        sums.forEach((key, amount) -> {
            out.unsigned(key - before[0]);
            out.number(amount);
            before[0] = key;
        });
    }

    @Override
    public Sums read(ValueReader in) {
        Sums.Builder sums = new Sums.Builder();
        int key = 0;
        for (int left = in.unsigned(); left > 0; left--) {
            key += in.unsigned();
            sums.add(key, in.number());
        }
        return sums.build();
    }

    private static final class Closed implements Codec<ClosedSums> {
        @Override
        public void write(ClosedSums closed, ValueWriter out) {
            out.list(closed.windows(), SUMS::write);
            SUMS.write(closed.balance(), out);
            out.signed(closed.lastActive());
            out.signed(closed.firstFlow());
        }

        @Override
        public ClosedSums read(ValueReader in) {
            return new ClosedSums(in.list(SUMS::read), SUMS.read(in), in.signed(), in.signed());
        }
    }

    private static final class WindowKeys implements Codec<List<String>> {
        @Override
        public void write(List<String> ids, ValueWriter out) {
            out.list(ids, (id, to) -> to.text(id));
        }

        @Override
        public List<String> read(ValueReader in) {
            return in.list(ValueReader::text);
        }
    }
}
