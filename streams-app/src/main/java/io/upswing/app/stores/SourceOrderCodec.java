package io.upswing.app.stores;

import io.upswing.core.source.SourceOrder;

/** A place in a source's order; short for the sources without versions and for those with small ones. */
final class SourceOrderCodec implements Codec<SourceOrder> {
    static final Codec<SourceOrder> SOURCE_ORDER = new SourceOrderCodec();
    private static final long SHORT = -1;

    private SourceOrderCodec() {}

    @Override
    public void write(SourceOrder order, ValueWriter out) {
        out.number(swapped(order.version()));
        out.number(order.occurredAt());
        out.text(order.eventId());
    }

    @Override
    public SourceOrder read(ValueReader in) {
        return new SourceOrder(swapped(in.number()), in.number(), in.text());
    }

    /** {@link SourceOrder#UNVERSIONED} is frequent, and would take ten bytes: it trades places with −1. */
    private static long swapped(long version) {
        if (version == SourceOrder.UNVERSIONED) {
            return SHORT;
        }
        return version == SHORT ? SourceOrder.UNVERSIONED : version;
    }
}
