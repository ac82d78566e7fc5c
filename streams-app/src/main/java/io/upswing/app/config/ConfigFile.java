package io.upswing.app.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;

/** Settings by a file of Java properties in UTF-8. */
final class ConfigFile {
    private ConfigFile() {}

    /**
     * What a file sets, in its order; a key that it sets twice goes to {@code problems}.
     *
     * @throws ConfigurationException if it can't be read
     */
    static List<Setting> settings(Path file, Consumer<String> problems) {
        List<Setting> settings = new ArrayList<>();
        String source = "file " + file;
        Properties each = new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                Setting setting = new Setting((String) key, (String) value, source);
                if (settings.stream().anyMatch(s -> s.key().equals(setting.key()))) {
                    problems.accept(setting.key() + " is set twice (" + source + ")");
                }
                settings.add(setting);
                return setting;
            }
        };
        try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
            each.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException(List.of(source + " can't be read: " + e));
        }
        return settings;
    }
}
