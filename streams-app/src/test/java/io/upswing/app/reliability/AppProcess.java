package io.upswing.app.reliability;

import io.upswing.app.UpswingApp;
import io.upswing.app.config.ConfigLoader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The app as a process of its own, until it is killed or whoever started it has gone. */
final class AppProcess {
    private AppProcess() {}

    /**
     * Starts the app and prints where it listens.
     *
     * @param args settings as {@code key=value}
     */
    @SuppressWarnings("SystemOut") // the line is what the parent process waits for
    public static void main(String[] args) throws IOException {
        Map<String, String> flags = Arrays.stream(args)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        try (UpswingApp app = UpswingApp.start(ConfigLoader.load(List.of(), Map.of(), flags), List.of())) {
            System.out.println(Child.READY + " " + app.url());
            int read;
            do {
                read = System.in.read();
            } while (read >= 0);
        }
    }
}
