package io.upswing.app.stores;

import io.upswing.core.entity.Deal;
import io.upswing.core.entity.Deals;

/** Deals by id. */
record StoredDeals(BySubject<Deal> deals) implements Deals {
    StoredDeals(ByteStore store) {
        this(new BySubject<>(store, DealCodec.DEAL));
    }

    @Override
    public Deal get(String id) {
        return deals.get(id).orElse(Deal.UNKNOWN);
    }

    @Override
    public void put(String id, Deal deal) {
        deals.put(id, deal);
    }
}
