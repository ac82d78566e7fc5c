package io.upswing.app.reliability;

import io.upswing.embedded.EmbeddedStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** A broker with its registry, and apps, each a process of its own, which start again where they were killed. */
final class Rig implements AutoCloseable {
    // Below the ports that systems give to outgoing connections, which could take one while its owner is down.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private final Path dir;
    private final int kafkaPort = freePort();
    private final int registryPort = freePort();
    private final Deque<Child> children = new ArrayDeque<>();
    private Child stack;
    private int started;

    Rig(Path dir) throws Exception {
        this.dir = dir;
        stack = newStack();
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

    private Child newStack() throws Exception {
        return started(
                "stack",
                EmbeddedStack.class,
                List.of(
                        dir.resolve("stack").toString(),
                        Integer.toString(kafkaPort),
                        Integer.toString(registryPort),
                        "BACKWARD"));
    }

    private Child started(String name, Class<?> main, List<String> arguments) throws Exception {
        Child child = Child.start(dir.resolve("logs").resolve(name + "-" + ++started + ".log"), main, arguments);
        children.push(child);
        return child;
    }

    Site site(String prefix) {
        return new Site(
                        "127.0.0.1:" + kafkaPort,
                        "http://127.0.0.1:" + registryPort,
                        prefix,
                        dir.resolve(prefix + "state"))
                .with("http.port", Integer.toString(freePort()));
    }

    void killStack() {
        stack.kill();
    }

    void startStackAgain() throws Exception {
        stack = newStack();
    }

    Child startApp(Site site) throws Exception {
        return started("app", AppProcess.class, site.arguments());
    }

    static AppViews views(Child app) {
        return new AppViews(app.ready());
    }

    @Override
    public void close() {
        while (!children.isEmpty()) {
            children.pop().close();
        }
    }
}
