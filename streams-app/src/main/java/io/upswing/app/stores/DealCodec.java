package io.upswing.app.stores;

import static io.upswing.app.stores.SourceOrderCodec.SOURCE_ORDER;

import io.upswing.core.entity.Deal;
import io.upswing.core.entity.DealState.Share;
import io.upswing.core.entity.DealState.Status;
import io.upswing.core.entity.Versioned;
import io.upswing.core.source.SourceOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A deal: first a table of the distinct source orders in it, then the fields, each with the index of its order. A deal
 * that knows whole states only has few orders in many fields.
 */
final class DealCodec implements Codec<Deal> {
    static final Codec<Deal> DEAL = new DealCodec();

    private DealCodec() {}

    @Override
    public void write(Deal deal, ValueWriter out) {
        Orders orders = Orders.of(deal);
        orders.writeTable(out);
        orders.write(deal.stage(), out, (value, to) -> to.text(value));
        orders.write(deal.amount(), out, (value, to) -> to.number(value));
        orders.write(deal.currency(), out, (value, to) -> to.text(value));
        orders.write(deal.created(), out, (value, to) -> to.signed(value));
        orders.write(deal.closed(), out, (value, to) -> to.signed(value));
        orders.write(deal.expectedClose(), out, (value, to) -> to.signed(value));
        orders.write(deal.credits(), out, (shares, to) -> to.list(shares, DealCodec::writeShare));
        orders.write(deal.mergedInto(), out, (value, to) -> to.text(value));
        orders.write(deal.statuses(), out, (status, to) -> to.unsigned(code(status)));
        orders.write(deal.owners(), out, (owner, to) -> to.text(owner));
        out.optional(deal.lastWhole(), orders::write);
        out.optional(deal.lastGap(), orders::write);
    }

    @Override
    public Deal read(ValueReader in) {
        OrderTable orders = OrderTable.read(in);
        return new Deal(
                orders.versioned(in, ValueReader::optionalText),
                orders.versioned(in, ValueReader::optionalNumber),
                orders.versioned(in, ValueReader::optionalText),
                orders.versioned(in, ValueReader::optionalSigned),
                orders.versioned(in, ValueReader::optionalSigned),
                orders.versioned(in, ValueReader::optionalSigned),
                orders.versioned(in, from -> List.copyOf(from.list(DealCodec::readShare))),
                orders.versioned(in, ValueReader::optionalText),
                orders.history(in, from -> status(from.unsigned())),
                orders.history(in, ValueReader::optionalText),
                in.optional(orders::next),
                in.optional(orders::next));
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

    /** The order of a field that no change has set: in every deal, so in no table. */
    private static SourceOrder never() {
        return Deal.UNKNOWN.stage().order();
    }

    /** The orders of a deal to write, by index. */
    private record Orders(Map<SourceOrder, Integer> indexes) {
        static Orders of(Deal deal) {
            Orders orders = new Orders(new LinkedHashMap<>());
            orders.add(never());
            orders.add(deal.stage().order());
            orders.add(deal.amount().order());
            orders.add(deal.currency().order());
            orders.add(deal.created().order());
            orders.add(deal.closed().order());
            orders.add(deal.expectedClose().order());
            orders.add(deal.credits().order());
            orders.add(deal.mergedInto().order());
            deal.statuses().keySet().forEach(orders::add);
            deal.owners().keySet().forEach(orders::add);
            deal.lastWhole().ifPresent(orders::add);
            deal.lastGap().ifPresent(orders::add);
            return orders;
        }

        private void add(SourceOrder order) {
            indexes.putIfAbsent(order, indexes.size());
        }

        void writeTable(ValueWriter out) {
            out.list(indexes.keySet().stream().skip(1).toList(), SOURCE_ORDER::write);
        }

        void write(SourceOrder order, ValueWriter out) {
            out.unsigned(indexes.getOrDefault(order, 0));
        }

        <T> void write(Versioned<T> field, ValueWriter out, BiConsumer<T, ValueWriter> value) {
            write(field.order(), out);
            value.accept(field.value(), out);
        }

        <T> void write(NavigableMap<SourceOrder, T> history, ValueWriter out, BiConsumer<T, ValueWriter> value) {
            out.list(history.entrySet(), (entry, to) -> {
                write(entry.getKey(), to);
                value.accept(entry.getValue(), to);
            });
        }
    }

    /** The orders of a deal that is read. */
    private record OrderTable(List<SourceOrder> orders) {
        static OrderTable read(ValueReader in) {
            List<SourceOrder> orders = new ArrayList<>(List.of(never()));
            orders.addAll(in.list(SOURCE_ORDER::read));
            return new OrderTable(orders);
        }

        SourceOrder next(ValueReader in) {
            return orders.get(in.unsigned());
        }

        <T> Versioned<T> versioned(ValueReader in, Function<ValueReader, T> value) {
            return new Versioned<>(next(in), value.apply(in));
        }

        <T> NavigableMap<SourceOrder, T> history(ValueReader in, Function<ValueReader, T> value) {
            NavigableMap<SourceOrder, T> history = new TreeMap<>();
            for (Versioned<T> entry : in.<Versioned<T>>list(from -> versioned(from, value))) {
                history.put(entry.order(), entry.value());
            }
            return history;
        }
    }
}
