package io.upswing.schemas.registry;

import java.util.HashMap;
import java.util.Map;

/**
 * A share in a {@link RegistryClient} that all with the same configuration in this process use; the last to close its
 * share closes the client.
 */
public final class SharedRegistry implements AutoCloseable {
    private static final Map<Map<String, Object>, Entry> ENTRIES = new HashMap<>();

    private final Map<String, Object> config;
    private final RegistryClient client;
    private boolean closed;

    private static final class Entry {
        final RegistryClient client;
        int shares;

        Entry(RegistryClient client) {
            this.client = client;
        }
    }

    private SharedRegistry(Map<String, Object> config, RegistryClient client) {
        this.config = config;
        this.client = client;
    }

    /**
     * Takes a share.
     *
     * @param config as for {@link RegistryClient#RegistryClient(Map)}; entries without a value count as absent
     */
    public static SharedRegistry of(Map<String, ?> config) {
        Map<String, Object> key = new HashMap<>();
        config.forEach((name, value) -> {
            if (value != null) {
                key.put(name, value);
            }
        });
        synchronized (ENTRIES) {
            Entry entry = ENTRIES.computeIfAbsent(key, k -> new Entry(new RegistryClient(k)));
            entry.shares++;
            return new SharedRegistry(key, entry.client);
        }
    }

    /** The client, open as long as this share. */
    public RegistryClient client() {
        return client;
    }

    @Override
    public void close() {
        synchronized (ENTRIES) {
            if (closed) {
                return;
            }
            closed = true;
            Entry entry = ENTRIES.get(config);
            if (entry != null && --entry.shares == 0) {
                ENTRIES.remove(config);
                entry.client.close();
            }
        }
    }
}
