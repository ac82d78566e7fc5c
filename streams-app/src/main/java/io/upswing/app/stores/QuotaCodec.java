package io.upswing.app.stores;

import static io.upswing.app.stores.SourceOrderCodec.SOURCE_ORDER;

import io.upswing.core.rep.QuotaChange;
import io.upswing.core.rep.QuotaChange.Period;
import io.upswing.core.rep.QuotaChange.Slot;
import io.upswing.core.rep.Quotas;
import io.upswing.core.source.SourceOrder;
import io.upswing.core.source.Versioned;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A change of a quota, and all quotas of a rep. */
final class QuotaCodec implements Codec<QuotaChange> {
    static final Codec<QuotaChange> CHANGE = new QuotaCodec();
    static final Codec<Quotas> QUOTAS = new All();

    private QuotaCodec() {}

    @Override
    public void write(QuotaChange change, ValueWriter out) {
        out.text(change.rep());
        SOURCE_ORDER.write(change.order(), out);
        writeSlot(change.slot(), out);
        out.number(change.amount());
    }

    @Override
    public QuotaChange read(ValueReader in) {
        return new QuotaChange(in.text(), SOURCE_ORDER.read(in), readSlot(in), in.optionalNumber());
    }

    private static void writeSlot(Slot slot, ValueWriter out) {
        out.flag(slot.period() == Period.QUARTER);
        out.signed(slot.start());
        out.signed(slot.effectiveFrom());
    }

    private static Slot readSlot(ValueReader in) {
        return new Slot(in.flag() ? Period.QUARTER : Period.MONTH, in.signed(), in.signed());
    }

    private static final class All implements Codec<Quotas> {
        @Override
        public void write(Quotas quotas, ValueWriter out) {
            out.list(quotas.slots().entrySet(), All::writeEntry);
        }

        private static void writeEntry(Map.Entry<Slot, Versioned<OptionalLong>> entry, ValueWriter out) {
            writeSlot(entry.getKey(), out);
            SOURCE_ORDER.write(entry.getValue().order(), out);
            out.number(entry.getValue().value());
        }

        @Override
        public Quotas read(ValueReader in) {
            TreeMap<Slot, Versioned<OptionalLong>> slots = new TreeMap<>();
            for (Map.Entry<Slot, Versioned<OptionalLong>> entry :
                    in.<Map.Entry<Slot, Versioned<OptionalLong>>>list(All::readEntry)) {
                slots.put(entry.getKey(), entry.getValue());
            }
            return new Quotas(slots);
        }

        private static Map.Entry<Slot, Versioned<OptionalLong>> readEntry(ValueReader in) {
            Slot slot = readSlot(in);
            SourceOrder order = SOURCE_ORDER.read(in);
            return Map.entry(slot, new Versioned<>(order, in.optionalNumber()));
        }
    }
}
