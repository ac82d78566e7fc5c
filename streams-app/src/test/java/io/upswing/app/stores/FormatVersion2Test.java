package io.upswing.app.stores;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** State that the release before wrote: these bytes are its own, of its test of the format. */
class FormatVersion2Test {
    private static final String GATE = "02d289020105666163747305bc8902d0890206";

    @TempDir
    Path dir = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "rep-panes, 02048050028040d086038e800102f21f01",
        "rep-closed-sums, 0202038050028040d086038e800102000180b00201d08902",
        "entity-deals, 020000000000000000000000000000000000000000000000",
        "entity-activities, 0201040e0265310101020101010101d089020180f0e0f80a0101d28902000101025231010102443101000101000000010363726d010100",
        "rep-reps, 0201010252310680e0bcefa757026533d0890201010154000180fa0101988b0200ffffffff0fd089020101ae8902d089020880e0bcefa75701710180d1ca08",
        "rep-gate, 02010252310880e0bcefa757017101ae8902d089020180d1ca08",
        "rep-evaluations, 0207636f6d70616e79d28902d0890200",
    })
    void aValueOfEachKindIsRefusedByItsNumber(String store, String value) {
        Codec<?> codec = switch (store) {
            case "rep-panes" -> SumsCodec.SUMS;
            case "rep-closed-sums" -> SumsCodec.CLOSED;
            case "entity-deals" -> DealCodec.DEAL;
            case "entity-activities" -> ActivityCodec.ACTIVITY;
            case "rep-reps" -> OrgCodec.REP;
            case "rep-gate" -> OrgCodec.RECORD;
            default -> UnitDayCodec.UNIT_DAY;
        };

        assertThatThrownBy(() -> codec.fromBytes(store, HexFormat.of().parseHex(value)))
                .isInstanceOf(UnknownFormatException.class)
                .hasMessageContaining("the store " + store + " holds values in format version 2")
                .hasMessageContaining(
                        "run a release of the app that knows version 2, or stop all instances and run ./upswing reset");
    }

    @Test
    void noStageLooksAtTheStateOfAGateInIt() {
        List<StageStore> gates = List.of(StageStore.ENTITY_GATE, StageStore.REP_GATE, StageStore.UNIT_GATE);
        try (StoreFixture stores = new StoreFixture(dir, List.of(StageStore.values()))) {
            for (StageStore gate : gates) {
                KeyValueStore<Bytes, byte[]> store = stores.store(gate.storeName());
                store.put(Keys.single((byte) 0), HexFormat.of().parseHex(GATE));
            }

            refuses(() -> StoreCatalogue.entity(stores::store).gate().load());
            refuses(() -> StoreCatalogue.rep(stores::store).gate().load());
            refuses(() -> StoreCatalogue.unit(stores::store).gate().load());
        }
    }

    private static void refuses(Runnable start) {
        assertThatThrownBy(start::run)
                .isInstanceOf(UnknownFormatException.class)
                .hasMessageContaining("format version 2");
    }
}
