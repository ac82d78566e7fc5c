package io.upswing.schemas.registry;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.ParsedSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.apache.kafka.common.config.ConfigException;

/**
 * Confluent's Schema Registry client (7.5.3) with Avro classes of our own version; the one class that knows where it lies.
 *
 * <p>All calls are safe for several threads. They throw {@link RegistryException}, which says whether the registry is
 * unavailable or has refused. Several URLs are tried in turn when one cannot be reached, not when one answers 503.
 */
public final class RegistryClient implements AutoCloseable {
    /** The URL, or several by comma; {@code mock://scope} is a registry inside this process, for tests. */
    public static final String URL = "schema.registry.url";

    private static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    private static final String READ_TIMEOUT = "http.read.timeout.ms";
    private static final int CONNECT_TIMEOUT_MS = 2_000;
    private static final int READ_TIMEOUT_MS = 4_000;
    private static final int SCHEMAS_PER_SUBJECT = 1_000;

    private final SchemaRegistryClient client;
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
     *     {@code bearer.auth.*}, {@code schema.registry.ssl.*}, {@code proxy.*}, {@code http.connect.timeout.ms} (here
     *     2,000 unless set) and {@code http.read.timeout.ms} (here 4,000 unless set)
     * @throws ConfigException if there is no URL, or a value is wrong
     */
    public RegistryClient(Map<String, ?> config) {
        Map<String, Object> settings = new HashMap<>(config);
        // The client's own defaults are a minute each; both together must stay within a transaction, which has 10 s.
        settings.putIfAbsent(CONNECT_TIMEOUT, CONNECT_TIMEOUT_MS);
        settings.putIfAbsent(READ_TIMEOUT, READ_TIMEOUT_MS);
        client = open(urls(config), settings);
    }

    private static SchemaRegistryClient open(List<String> urls, Map<String, Object> settings) {
        try {
            return SchemaRegistryClientFactory.newClient(
                    urls, SCHEMAS_PER_SUBJECT, List.of(new AvroSchemaProvider()), settings, Map.of());
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new ConfigException("schema registry client: " + e.getMessage());
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
        return call("register a schema in " + subject, () -> client.register(subject, theirs(schema)));
    }

    /** The id of a schema that a subject has already. */
    public int lookup(String subject, Schema schema) {
        return call("look up a schema in " + subject, () -> client.getId(subject, theirs(schema)));
    }

    /** The schema with an id; kept once fetched, as an id never changes its meaning. */
    public Schema byId(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        Schema fetched = ours(id, call("fetch the schema with id " + id, () -> client.getSchemaById(id)));
        schemas.putIfAbsent(id, fetched);
        return fetched;
    }

    /** The latest version of a subject. */
    public Registered latest(String subject) {
        return registered(
                call("fetch the latest version of " + subject, () -> client.getLatestSchemaMetadata(subject)));
    }

    /** One version of a subject. */
    public Registered version(String subject, int version) {
        return registered(
                call("fetch version " + version + " of " + subject, () -> client.getSchemaMetadata(subject, version)));
    }

    /** The versions of a subject, ascending. */
    public List<Integer> versions(String subject) {
        return call("list the versions of " + subject, () -> client.getAllVersions(subject)).stream()
                .sorted()
                .toList();
    }

    /** Why a schema could not become a subject's next version, in the registry's words; empty if it could. */
    public List<String> incompatibilities(String subject, Schema schema) {
        return List.copyOf(call(
                "check a schema against " + subject, () -> client.testCompatibilityVerbose(subject, theirs(schema))));
    }

    @Override
    public void close() {
        call("close", () -> {
            client.close();
            return true;
        });
    }

    private Registered registered(SchemaMetadata found) {
        return new Registered(found.getId(), found.getVersion(), byId(found.getId()));
    }

    /** By text, as the client carries Avro under names of its own. */
    private static ParsedSchema theirs(Schema schema) {
        return new AvroSchema(schema.toString());
    }

    private static Schema ours(int id, ParsedSchema parsed) {
        if (!(parsed instanceof AvroSchema avro)) {
            throw RegistryException.notAvro("id " + id + " is of type " + parsed.schemaType(), null);
        }
        try {
            // What others have registered is read as it is: only writing needs strict names and defaults.
            return new Schema.Parser(NameValidator.NO_VALIDATION)
                    .setValidateDefaults(false)
                    .parse(avro.rawSchema().toString());
        } catch (AvroRuntimeException e) {
            throw RegistryException.notAvro("id " + id, e);
        }
    }

    private interface Call<T> {
        T run() throws IOException, RestClientException;
    }

    private static <T> T call(String what, Call<T> call) {
        try {
            return call.run();
        } catch (RestClientException e) {
            throw RegistryException.answered(what, e.getStatus(), e.getErrorCode(), e);
        } catch (IOException e) {
            throw isForeignSchema(e) ? RegistryException.notAvro(what, e) : RegistryException.unreachable(what, e);
        }
    }

    /**
     * The client reports a schema of another type, or one that does not parse, as an I/O error as well. An Avro one with
     * references stays an I/O error: there it cannot be told from a registry that failed while they were fetched.
     */
    private static boolean isForeignSchema(IOException e) {
        String message = e.getMessage();
        return e.getClass() == IOException.class
                && message != null
                && message.startsWith("Invalid schema ")
                && (message.contains(" with refs [] of type ") || !message.endsWith(" of type AVRO"));
    }
}
