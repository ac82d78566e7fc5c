package io.upswing.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedRegistryTest {
    private static final Map<String, Object> CONFIG = Map.of(RegistryClient.URL, "mock://shared");

    @Test
    void theSameConfigurationSharesAClient() {
        Map<String, Object> withAnAbsentValue = new HashMap<>(CONFIG);
        withAnAbsentValue.put("proxy.host", null);
        try (SharedRegistry one = SharedRegistry.of(CONFIG);
                SharedRegistry same = SharedRegistry.of(withAnAbsentValue);
                SharedRegistry other = SharedRegistry.of(Map.of(RegistryClient.URL, "mock://other"))) {
            assertThat(same.client()).isSameAs(one.client());
            assertThat(other.client()).isNotSameAs(one.client());
        }
    }

    @Test
    void theClientLivesAsLongAsItsLastShare() {
        SharedRegistry first = SharedRegistry.of(CONFIG);
        SharedRegistry second = SharedRegistry.of(CONFIG);

        first.close();
        first.close();

        try (SharedRegistry third = SharedRegistry.of(CONFIG)) {
            assertThat(third.client()).isSameAs(second.client());
        }
        second.close();
        try (SharedRegistry later = SharedRegistry.of(CONFIG)) {
            assertThat(later.client()).isNotSameAs(second.client());
        }
    }
}
