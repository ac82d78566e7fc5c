package io.upswing.cli;

import io.upswing.cli.api.ApiClient;
import java.net.URI;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which app is asked. */
final class ApiOptions {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:7070",
            description = "Where the app's REST API is. Default: ${DEFAULT-VALUE}")
    private URI url = URI.create("http://127.0.0.1:7070");

    ApiClient client() {
        String scheme = url.getScheme();
        if (url.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new ParameterException(spec.commandLine(), "--url must be as http://host:port, not '" + url + "'");
        }
        return new ApiClient(url, PATIENCE);
    }
}
