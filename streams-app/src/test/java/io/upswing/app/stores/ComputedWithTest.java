package io.upswing.app.stores;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComputedWithTest {
    private static final StageStore GATE = StageStore.ENTITY_GATE;

    @TempDir
    Path dir = Path.of("");

    private static ComputedWith with(StoreFixture stores, Map<String, String> settings) {
        return new ComputedWith(GATE, stores::store, new TreeMap<>(settings));
    }

    private static void takesARecord(ComputedWith settings) {
        settings.check();
        settings.keep();
    }

    @Test
    void eachSettingThatHasChangedIsNamedWithWhatItWasAndIs() {
        try (StoreFixture stores = new StoreFixture(dir, List.of(GATE))) {
            takesARecord(with(stores, Map.of("a", "1", "b", "2", "c", "3")));

            assertThatThrownBy(with(stores, Map.of("a", "1", "b", "20", "c", "30"))::check)
                    .isInstanceOf(ChangedSettingsException.class)
                    .hasMessageContaining("b is 20")
                    .hasMessageContaining("c is 30")
                    .hasMessageContaining("set back b=2, c=3, or stop all instances and run ./upswing reset");
        }
    }

    @Test
    void beforeTheFirstRecordSettingsMayChange() {
        try (StoreFixture stores = new StoreFixture(dir, List.of(GATE))) {
            with(stores, Map.of("a", "1")).check();

            assertThatCode(() -> takesARecord(with(stores, Map.of("a", "2")))).doesNotThrowAnyException();
            assertThatThrownBy(with(stores, Map.of("a", "1"))::check).isInstanceOf(ChangedSettingsException.class);
        }
    }

    @Test
    void aSettingThatALaterReleaseAddsOrDropsIsNoChange() {
        try (StoreFixture stores = new StoreFixture(dir, List.of(GATE))) {
            takesARecord(with(stores, Map.of("a", "1", "dropped", "2")));

            assertThatCode(with(stores, Map.of("a", "1", "added", "3"))::check).doesNotThrowAnyException();
        }
    }
}
