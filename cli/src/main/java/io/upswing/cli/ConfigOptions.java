package io.upswing.cli;

import io.upswing.app.config.AppConfig;
import io.upswing.app.config.ConfigLoader;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Configuration: files, then the environment, then flags; what comes later counts. */
final class ConfigOptions {
    private static final String FILES = "UPSWING_CONFIG";

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = {
                "Configuration as Java properties; can be given several times, the last one counts.",
                "Without it: the files that the variable UPSWING_CONFIG names.",
                "Variables such as UPSWING_TIME_ZONE override the files."
            })
    private final List<Path> files = new ArrayList<>();

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            description = "A single setting; overrides files and environment. Can be given several times.")
    private final Map<String, String> settings = new LinkedHashMap<>();

    /** Reads and checks everything. */
    AppConfig load(Map<String, String> environment) {
        return ConfigLoader.load(files.isEmpty() ? named(environment) : files, environment, settings);
    }

    /** Whether there is any configuration: a file or a flag. */
    boolean isGiven(Map<String, String> environment) {
        return !files.isEmpty() || !settings.isEmpty() || !named(environment).isEmpty();
    }

    /** A flag that is not given by its key. */
    void set(String key, String value) {
        settings.put(key, value);
    }

    private static List<Path> named(Map<String, String> environment) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(environment.getOrDefault(FILES, ""))
                .filter(file -> !file.isBlank())
                .map(Path::of)
                .toList();
    }
}
