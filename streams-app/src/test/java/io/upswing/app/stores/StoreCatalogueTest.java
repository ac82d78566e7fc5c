package io.upswing.app.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.core.entity.Deal;
import io.upswing.core.kpi.ClosedSums;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;
import io.upswing.core.rep.Rep;
import io.upswing.core.rep.RepStores;
import io.upswing.core.unit.UnitStores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCatalogueTest {
    private static final Sums ONE = new Sums.Builder().add(Measure.DEALS_WON, 1).build();

    @Test
    void eachStageOwnsItsStores() {
        assertThat(StoreCatalogue.ENTITY)
                .extracting(StageStore::storeName)
                .containsExactly("entity-deals", "entity-activities", "entity-quality", "entity-gate", "entity-parked");
        assertThat(StoreCatalogue.REP)
                .extracting(StageStore::storeName)
                .containsExactly(
                        "rep-gate",
                        "rep-evaluations",
                        "rep-reps",
                        "rep-panes",
                        "rep-changes",
                        "rep-closed-sums",
                        "rep-evaluated-sums",
                        "rep-corrections",
                        "rep-rules",
                        "rep-commands",
                        "rep-cases",
                        "rep-market",
                        "rep-outbox",
                        "rep-quality",
                        "rep-parked");
        assertThat(StoreCatalogue.UNIT)
                .extracting(StageStore::storeName)
                .containsExactly(
                        "unit-gate",
                        "unit-panes",
                        "unit-changes",
                        "unit-closed-sums",
                        "unit-sent",
                        "unit-outbox",
                        "unit-quality",
                        "unit-parked");
    }

    @Test
    void everyStoreBelongsToOneStage() {
        List<StageStore> all = Stream.of(StoreCatalogue.ENTITY, StoreCatalogue.REP, StoreCatalogue.UNIT)
                .flatMap(stage -> stage.stream())
                .toList();

        assertThat(all).containsExactlyInAnyOrder(StageStore.values());
    }

    @Test
    void everyStoreHasAChangelog() {
        assertThat(StageStore.values()).allSatisfy(store -> {
            assertThat(store.builder().loggingEnabled()).isTrue();
            assertThat(store.builder().name()).isEqualTo(store.storeName());
        });
    }

    @Test
    void noTwoPartsOfAStageShareAStore(@TempDir Path directory) {
        try (StoreFixture stores = new StoreFixture(directory, List.of(StageStore.values()))) {
            List<String> asked = new ArrayList<>();

            StoreCatalogue.entity(name -> stores.store(noted(asked, name)));
            StoreCatalogue.rep(name -> stores.store(noted(asked, name)));
            StoreCatalogue.unit(name -> stores.store(noted(asked, name)));
            StoreCatalogue.quality(StageStore.REP_QUALITY, name -> stores.store(noted(asked, name)));
            StoreCatalogue.quality(StageStore.UNIT_QUALITY, name -> stores.store(noted(asked, name)));

            assertThat(asked)
                    .doesNotHaveDuplicates()
                    .hasSize(StageStore.values().length - 3)
                    .noneMatch(name -> name.endsWith("-parked"));
        }
    }

    private static String noted(List<String> asked, String name) {
        asked.add(name);
        return name;
    }

    @Test
    void aViewReadsWhatTheRepStageWroteAndWritesNothing(@TempDir Path directory) {
        try (StoreFixture stores = new StoreFixture(directory, StoreCatalogue.REP)) {
            RepStores stage = StoreCatalogue.rep(stores::store);
            stage.panes().put("R1", 17_000, ONE);
            stage.market().put("company", 17_000, ONE);
            stage.changes().put(17_001, "R1", 17_000, ONE);
            stage.closed().put("R1", ClosedSums.zero(6));
            stage.reps().put("R1", Rep.UNKNOWN);
            stage.outbox().subject("R1");

            RepStores view = StoreCatalogue.repView(stores::store);

            assertThat(view.panes().get("R1", 17_000)).isEqualTo(ONE);
            assertThat(view.market().get("company", 17_000)).isEqualTo(ONE);
            assertThat(view.changes().recordedOn(17_001, "R1")).containsEntry(17_000, ONE);
            assertThat(view.closed().subjects()).containsExactly("R1");
            assertThat(view.reps().ids()).containsExactly("R1");
            refuses(() -> view.panes().put("R1", 17_000, ONE));
            refuses(() -> view.panes().put("R1", 17_000, Sums.ZERO));
            refuses(() -> view.changes().put(17_001, "R1", 17_000, ONE));
            refuses(() -> view.closed().put("R1", ClosedSums.zero(6)));
            refuses(() -> view.reps().put("R1", Rep.UNKNOWN));
            refuses(() -> view.outbox().takeSubjects());
        }
    }

    @Test
    void aViewReadsWhatTheUnitStageWroteAndWritesNothing(@TempDir Path directory) {
        try (StoreFixture stores = new StoreFixture(directory, StoreCatalogue.UNIT)) {
            UnitStores stage = StoreCatalogue.unit(stores::store);
            stage.panes().put("company", 17_000, ONE);
            stage.sent().put("team:T", 17_000, ONE);

            UnitStores view = StoreCatalogue.unitView(stores::store);

            assertThat(view.panes().get("company", 17_000)).isEqualTo(ONE);
            assertThat(view.panes().get("team:T", 17_000)).isEqualTo(Sums.ZERO);
            refuses(() -> view.sent().put("team:T", 17_000, ONE));
        }
    }

    private static void refuses(Runnable write) {
        assertThatThrownBy(write::run)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("is open for reading only");
    }

    @Test
    void aDealTooLongForAKeyIsRefused(@TempDir Path directory) {
        try (StoreFixture stores = new StoreFixture(directory, StoreCatalogue.ENTITY)) {
            assertThatThrownBy(
                            () -> StoreCatalogue.entity(stores::store).deals().put("D".repeat(32_768), Deal.UNKNOWN))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
