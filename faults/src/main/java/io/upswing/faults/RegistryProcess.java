package io.upswing.faults;

import io.upswing.embedded.EmbeddedRegistry;
import io.upswing.embedded.RegistryOptions;
import java.io.IOException;

/** A schema registry as a process of its own. */
final class RegistryProcess {
    private RegistryProcess() {}

    /**
     * Runs the registry and prints its address.
     *
     * @param args the broker's address and the port
     */
    public static void main(String[] args) throws IOException {
        RegistryOptions options = RegistryOptions.on(args[0]).onPort(Integer.parseInt(args[1]));
        try (EmbeddedRegistry registry = EmbeddedRegistry.start(options)) {
            Child.serve(registry.url());
        }
    }
}
