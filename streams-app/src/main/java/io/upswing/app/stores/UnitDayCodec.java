package io.upswing.app.stores;

import static io.upswing.app.stores.SumsCodec.SUMS;

import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.rep.UnitDay;

/** A unit day that waits. */
final class UnitDayCodec implements Codec<UnitDay> {
    static final Codec<UnitDay> UNIT_DAY = new UnitDayCodec();

    private UnitDayCodec() {}

    @Override
    public void write(UnitDay unitDay, ValueWriter out) {
        out.text(unitDay.unit().key());
        out.signed(unitDay.closedDay());
        out.signed(unitDay.day());
        SUMS.write(unitDay.sums(), out);
    }

    @Override
    public UnitDay read(ValueReader in) {
        return new UnitDay(OrgUnit.parse(in.text()), in.signed(), in.signed(), SUMS.read(in));
    }
}
