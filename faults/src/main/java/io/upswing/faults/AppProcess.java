package io.upswing.faults;

import io.upswing.app.UpswingApp;
import io.upswing.app.config.AppConfig;
import io.upswing.app.config.ConfigLoader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The app as a process of its own. */
final class AppProcess {
    private AppProcess() {}

    /**
     * Runs the app and prints where it listens.
     *
     * @param args settings as {@code key=value}
     */
    public static void main(String[] args) throws IOException {
        AppConfig config = config(args);
        try (UpswingApp app = UpswingApp.start(config, List.of())) {
            Child.serve(app.url());
        }
    }

    static AppConfig config(String[] args) {
        Map<String, String> flags = Arrays.stream(args)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        return ConfigLoader.load(List.of(), Map.of(), flags);
    }
}
