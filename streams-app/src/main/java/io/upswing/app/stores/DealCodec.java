package io.upswing.app.stores;

import io.upswing.core.entity.Deal;
import io.upswing.core.entity.DealState.Share;
import io.upswing.core.entity.DealState.Status;
import io.upswing.core.source.SourceOrder;
import java.util.List;
import java.util.stream.Stream;

/**
 * A deal: first a table of the distinct source orders in it, then the fields, each with the index of its order. A deal
 * that knows whole states only has few orders in many fields.
 */
final class DealCodec implements Codec<Deal> {
    static final Codec<Deal> DEAL = new DealCodec();

    private DealCodec() {}

    @Override
    public void write(Deal deal, ValueWriter out) {
        OrderWriter orders = new OrderWriter(ordersOf(deal), out);
        orders.write(deal.stage(), (value, to) -> to.text(value));
        orders.write(deal.amount(), (value, to) -> to.number(value));
        orders.write(deal.currency(), (value, to) -> to.text(value));
        orders.write(deal.created(), (value, to) -> to.signed(value));
        orders.write(deal.closed(), (value, to) -> to.signed(value));
        orders.write(deal.expectedClose(), (value, to) -> to.signed(value));
        orders.write(deal.credits(), (shares, to) -> to.list(shares, DealCodec::writeShare));
        orders.write(deal.mergedInto(), (value, to) -> to.text(value));
        orders.write(deal.statuses(), (status, to) -> to.unsigned(code(status)));
        orders.write(deal.owners(), (owner, to) -> to.text(owner));
        orders.write(deal.spoken());
    }

    @Override
    public Deal read(ValueReader in) {
        OrderReader orders = new OrderReader(in);
        return new Deal(
                orders.versioned(ValueReader::optionalText),
                orders.versioned(ValueReader::optionalNumber),
                orders.versioned(ValueReader::optionalText),
                orders.versioned(ValueReader::optionalSigned),
                orders.versioned(ValueReader::optionalSigned),
                orders.versioned(ValueReader::optionalSigned),
                orders.versioned(from -> List.copyOf(from.list(DealCodec::readShare))),
                orders.versioned(ValueReader::optionalText),
                orders.history(from -> status(from.unsigned())),
                orders.history(ValueReader::optionalText),
                orders.spoken());
    }

    private static Stream<SourceOrder> ordersOf(Deal deal) {
        return Stream.of(
                        Stream.of(
                                deal.stage().order(),
                                deal.amount().order(),
                                deal.currency().order(),
                                deal.created().order(),
                                deal.closed().order(),
                                deal.expectedClose().order(),
                                deal.credits().order(),
                                deal.mergedInto().order()),
                        deal.statuses().keySet().stream(),
                        deal.owners().keySet().stream(),
                        OrderWriter.ordersOf(deal.spoken()))
                .flatMap(orders -> orders);
    }

    private static void writeShare(Share share, ValueWriter out) {
        out.text(share.rep());
        out.signed(share.basisPoints());
    }

    private static Share readShare(ValueReader in) {
        return new Share(in.text(), in.signed());
    }

    private static int code(Status status) {
        return switch (status) {
            case OPEN -> 0;
            case WON -> 1;
            case LOST -> 2;
            case DELETED -> 3;
            case MERGED -> 4;
        };
    }

    private static Status status(int code) {
        return switch (code) {
            case 0 -> Status.OPEN;
            case 1 -> Status.WON;
            case 2 -> Status.LOST;
            case 3 -> Status.DELETED;
            case 4 -> Status.MERGED;
            default -> throw new IllegalStateException("no status has the code " + code);
        };
    }
}
