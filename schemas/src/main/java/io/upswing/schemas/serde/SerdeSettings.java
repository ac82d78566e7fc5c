package io.upswing.schemas.serde;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/** What of Confluent's serde keys {@link AvroSerde} follows; what it does not do is refused, not ignored. */
record SerdeSettings(boolean isKey, boolean autoRegister) {
    private static final String USE_LATEST = "use.latest.version";
    private static final String TOPIC_NAMES = "TopicNameStrategy";

    static SerdeSettings of(Map<String, ?> configs, boolean isKey) {
        if (flag(configs, USE_LATEST, false)) {
            throw new ConfigException(USE_LATEST, true, "records are written with their own schema");
        }
        String strategy = (isKey ? "key" : "value") + ".subject.name.strategy";
        Object name = configs.get(strategy);
        if (name != null && !name.toString().endsWith(TOPIC_NAMES)) {
            throw new ConfigException(strategy, name, "subjects are named after topics");
        }
        return new SerdeSettings(isKey, flag(configs, AvroSerde.AUTO_REGISTER, true));
    }

    String subject(String topic) {
        return topic + (isKey ? "-key" : "-value");
    }

    private static boolean flag(Map<String, ?> configs, String key, boolean unset) {
        Object value = configs.get(key);
        if (value == null) {
            return unset;
        }
        return switch (value.toString().strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ConfigException(key, value, "must be true or false");
        };
    }
}
