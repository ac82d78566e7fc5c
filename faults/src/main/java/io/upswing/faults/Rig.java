package io.upswing.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** A broker, a registry and instances of the app, each a process of its own, which start again where they were killed. */
final class Rig implements AutoCloseable {
    // Below the ports that systems give to outgoing connections, which could take one while its owner is down.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private final Path dir;
    private final Class<?> app;
    private final Optional<Duration> brokerSession;
    private final int brokerPort = freePort();
    private final int registryPort = freePort();
    private final Deque<Child> children = new ArrayDeque<>();
    private Child broker;
    private Child registry;
    private int started;

    /**
     * Starts broker and registry.
     *
     * @param dir for all that the processes keep, and their logs
     * @param app the class that runs an instance
     * @param brokerSession how long the broker may be silent, if not as usual
     */
    Rig(Path dir, Class<?> app, Optional<Duration> brokerSession) throws Exception {
        this.dir = dir;
        this.app = app;
        this.brokerSession = brokerSession;
        try {
            broker = newBroker();
            registry = newRegistry();
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException taken) {
                // Another port, then.
            }
        }
    }

    private String bootstrapServers() {
        return "127.0.0.1:" + brokerPort;
    }

    private Child newBroker() throws Exception {
        List<String> arguments =
                new ArrayList<>(List.of(dir.resolve("broker").toString(), Integer.toString(brokerPort)));
        brokerSession.ifPresent(session -> arguments.add(Long.toString(session.toMillis())));
        return started("broker", BrokerProcess.class, arguments);
    }

    private Child newRegistry() throws Exception {
        return started("registry", RegistryProcess.class, List.of(bootstrapServers(), Integer.toString(registryPort)));
    }

    private Child started(String name, Class<?> main, List<String> arguments) throws Exception {
        Child child = Child.start(dir.resolve("logs").resolve(name + "-" + ++started + ".log"), main, arguments);
        children.push(child);
        return child;
    }

    Site site(String prefix) {
        return new Site(bootstrapServers(), "http://127.0.0.1:" + registryPort, prefix, dir.resolve(prefix + "state"));
    }

    Child broker() {
        return broker;
    }

    Child registry() {
        return registry;
    }

    void startBrokerAgain() throws Exception {
        broker = newBroker();
    }

    void startRegistryAgain() throws Exception {
        registry = newRegistry();
    }

    Child startApp(Site site) throws Exception {
        return started("app", app, site.arguments());
    }

    @Override
    public void close() {
        while (!children.isEmpty()) {
            children.pop().close();
        }
    }
}
