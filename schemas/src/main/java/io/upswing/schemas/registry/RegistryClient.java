package io.upswing.schemas.registry;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;

/**
 * Confluent's Schema Registry client with Avro classes of our own version.
 *
 * <p>All calls are safe for several threads. They throw {@link RegistryException}, which says whether the registry is
 * unavailable or has refused. Of several URLs the next is tried when one can't be reached, or answers with 5xx.
 */
public final class RegistryClient implements AutoCloseable {
    /** The URL, or several by comma; {@code mock://scope} is a registry inside this process, for tests. */
    public static final String URL = "schema.registry.url";

    private static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    private static final String READ_TIMEOUT = "http.read.timeout.ms";
    private static final int CONNECT_TIMEOUT_MS = 2_000;
    private static final int READ_TIMEOUT_MS = 4_000;
    private static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
    private static final String USER_INFO = "basic.auth.user.info";

    private final ConfluentClient client;
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    /**
     * A schema under a subject.
     *
     * @param id the registry's id of the schema
     * @param version counted from 1 within the subject
     */
    public record Registered(int id, int version, Schema schema) {}

    /**
     * Makes a client; nothing is sent yet.
     *
     * @param config Confluent's own keys, passed through unchanged: {@value #URL}, {@code basic.auth.*},
     *     {@code bearer.auth.*}, {@code schema.registry.ssl.*}, {@code proxy.*}, {@code http.connect.timeout.ms} (unless set
     *     2,000 here, shared out among the URLs) and {@code http.read.timeout.ms} (unless set 4,000, likewise)
     * @throws ConfigException if there is no URL, or a value is wrong
     */
    public RegistryClient(Map<String, ?> config) {
        Map<String, Object> settings = new HashMap<>(config);
        List<String> urls = urls(config);
        // The client's own defaults are a minute each; both together, for all URLs, must stay within a transaction,
        // which has
        // 10 s.
        settings.putIfAbsent(CONNECT_TIMEOUT, CONNECT_TIMEOUT_MS / urls.size());
        settings.putIfAbsent(READ_TIMEOUT, READ_TIMEOUT_MS / urls.size());
        client = ConfluentClient.open(withoutLogin(urls, settings), settings);
    }

    /** A name and password in a URL would be logged with it, so they go to the settings. */
    private static List<String> withoutLogin(List<String> urls, Map<String, Object> settings) {
        List<String> plain = new ArrayList<>();
        Set<String> logins = new HashSet<>();
        for (String url : urls) {
            Optional<String> login = login(url);
            login.ifPresent(found -> logins.add(Objects.requireNonNullElse(
                    parsed("http://" + found + "@host").getUserInfo(), found)));
            plain.add(login.map(found -> url.replaceFirst(Pattern.quote(found + "@"), ""))
                    .orElse(url));
        }
        if (plain.stream().anyMatch(url -> url.contains("@"))) {
            throw new ConfigException("the name and password in '" + URL + "' must be percent-encoded");
        }
        if (logins.isEmpty()) {
            return plain;
        }
        if (logins.size() > 1) {
            throw new ConfigException("'" + URL + "' must have the same name and password in all URLs");
        }
        if (settings.getOrDefault(CREDENTIALS_SOURCE, "URL").equals("URL")) {
            settings.put(CREDENTIALS_SOURCE, "USER_INFO");
            settings.put(USER_INFO, logins.iterator().next());
        }
        return plain;
    }

    /** As written. Not {@link URI#getUserInfo}: where a host has a name that the RFC has not, such as a container's, that is null. */
    private static Optional<String> login(String url) {
        String authority = Objects.requireNonNullElse(parsed(url).getRawAuthority(), "");
        int end = authority.lastIndexOf('@');
        return end < 0 ? Optional.empty() : Optional.of(authority.substring(0, end));
    }

    private static URI parsed(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            // What is wrong with it is not said: there may be a password in it.
            throw new ConfigException("'" + URL + "' is no URL");
        }
    }

    private static List<String> urls(Map<String, ?> config) {
        Object value = config.get(URL);
        if (value == null) {
            throw new ConfigException("'" + URL + "' is not set");
        }
        Stream<?> parts = value instanceof Collection<?> c
                ? c.stream()
                : Stream.of(value.toString().split(",", -1));
        List<String> urls =
                parts.map(p -> p.toString().strip()).filter(p -> !p.isEmpty()).toList();
        if (urls.isEmpty()) {
            throw new ConfigException("'" + URL + "' is empty");
        }
        return urls;
    }

    /** The id of a schema in a subject, which gets it as a new version unless it has it. */
    public int register(String subject, Schema schema) {
        return client.register(subject, schema.toString());
    }

    /** The id of a schema that a subject has already. */
    public int lookup(String subject, Schema schema) {
        return client.lookup(subject, schema.toString());
    }

    /** The schema with an id; kept once fetched, as an id never changes its meaning. */
    public Schema byId(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        Schema fetched = ours(id, client.byId(id));
        schemas.putIfAbsent(id, fetched);
        return fetched;
    }

    /** The latest version of a subject. */
    public Registered latest(String subject) {
        return registered(client.latest(subject));
    }

    /** One version of a subject. */
    public Registered version(String subject, int version) {
        return registered(client.version(subject, version));
    }

    /** The versions of a subject, ascending. */
    public List<Integer> versions(String subject) {
        return client.versions(subject).stream().sorted().toList();
    }

    /** Why a schema could not become a subject's next version, in the registry's words; empty if it could. */
    public List<String> incompatibilities(String subject, Schema schema) {
        return List.copyOf(client.incompatibilities(subject, schema.toString()));
    }

    /** The level that holds for subjects without one of their own, as {@code BACKWARD}. */
    public String compatibility() {
        return client.compatibility();
    }

    /** A subject's own level; empty if it has none. */
    public Optional<String> compatibility(String subject) {
        try {
            return Optional.of(client.compatibility(subject));
        } catch (RegistryException e) {
            if (e.reason() == RegistryException.Reason.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private Registered registered(ConfluentClient.Found found) {
        return new Registered(found.id(), found.version(), byId(found.id()));
    }

    /** By text, as the client may carry Avro under names of its own. */
    private static Schema ours(int id, String text) {
        try {
            // What others have registered is read as it is: only writing needs strict names and defaults.
            return new Schema.Parser(NameValidator.NO_VALIDATION)
                    .setValidateDefaults(false)
                    .parse(text);
        } catch (AvroRuntimeException e) {
            throw RegistryException.notAvro("id " + id, e);
        }
    }
}
