package io.upswing.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeysTest {
    @Test
    void everyDefaultAndEveryExampleIsRight() {
        for (Key<?> key : Keys.ALL) {
            key.fallback()
                    .ifPresent(text -> assertThat(key.type().read().apply(text)).isNotNull());
            assertThat(key.type().read().apply(key.example())).isNotNull();
            assertThat(key.fallback()).isNotEqualTo(Optional.of(key.example()));
        }
    }

    @Test
    void everyRuleIsAboutAKeyThatKafkaKnows() {
        assertThat(KafkaRules.ALL)
                .filteredOn(rule -> !rule.key().startsWith("topic."))
                .allSatisfy(rule -> assertThat(KafkaKeys.isKnown(rule.key())).isTrue());
        assertThat(KafkaRules.ALL).extracting(KafkaRules.Rule::key).doesNotHaveDuplicates();
    }

    @Test
    void noTwoKeysShareAVariable() {
        assertThat(Keys.ALL).extracting(Key::variable).doesNotHaveDuplicates();
    }
}
