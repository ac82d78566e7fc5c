package io.upswing.schemas.registry;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.ParsedSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.RestService;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.apache.flink.avro.shaded.com.fasterxml.jackson.core.type.TypeReference;
import org.apache.kafka.common.config.ConfigException;

/**
 * Confluent's Schema Registry client, by names and texts that are not Confluent's. There is one such class for each place
 * where the client comes from; they differ in their imports only.
 */
final class ConfluentClient implements AutoCloseable {
    private static final int SCHEMAS_PER_SUBJECT = 1_000;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final String MOCK = "mock://";
    private static final String GLOBAL = "";

    private final SchemaRegistryClient client;

    /** The id of a schema, and its version in a subject. */
    record Found(int id, int version) {}

    /** Confluent's own tries the next URL only if one can't be reached. */
    private static final class Failover extends RestService {
        Failover(List<String> urls) {
            super(urls);
        }

        @Override
        public <T> T httpRequest(
                String path, String method, byte[] body, Map<String, String> properties, TypeReference<T> answer)
                throws IOException, RestClientException {
            for (int tries = 1; ; tries++) {
                String asked = getBaseUrls().current();
                try {
                    return super.httpRequest(path, method, body, properties, answer);
                } catch (RestClientException e) {
                    if (e.getStatus() < FIRST_SERVER_ERROR
                            || tries >= getBaseUrls().size()) {
                        throw e;
                    }
                    // By name: another thread may have found out the same, and gone on to a better one.
                    getBaseUrls().fail(asked);
                }
            }
        }
    }

    private ConfluentClient(SchemaRegistryClient client) {
        this.client = client;
    }

    /**
     * Nothing is sent yet.
     *
     * @param settings Confluent's own
     */
    static ConfluentClient open(List<String> urls, Map<String, Object> settings) {
        try {
            return new ConfluentClient(
                    urls.stream().anyMatch(url -> url.startsWith(MOCK))
                            ? SchemaRegistryClientFactory.newClient(
                                    urls, SCHEMAS_PER_SUBJECT, List.of(new AvroSchemaProvider()), settings, Map.of())
                            : new CachedSchemaRegistryClient(
                                    new Failover(urls),
                                    SCHEMAS_PER_SUBJECT,
                                    List.of(new AvroSchemaProvider()),
                                    settings,
                                    Map.of()));
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new ConfigException("schema registry client: " + e.getMessage());
        }
    }

    int register(String subject, String schema) {
        return call("register a schema in " + subject, () -> client.register(subject, new AvroSchema(schema)));
    }

    int lookup(String subject, String schema) {
        return call("look up a schema in " + subject, () -> client.getId(subject, new AvroSchema(schema)));
    }

    /** The text of an Avro schema. */
    String byId(int id) {
        ParsedSchema parsed = call("fetch the schema with id " + id, () -> client.getSchemaById(id));
        if (parsed instanceof AvroSchema avro) {
            return avro.rawSchema().toString();
        }
        throw RegistryException.notAvro("id " + id + " is of type " + parsed.schemaType(), null);
    }

    Found latest(String subject) {
        return found(call("fetch the latest version of " + subject, () -> client.getLatestSchemaMetadata(subject)));
    }

    Found version(String subject, int version) {
        return found(
                call("fetch version " + version + " of " + subject, () -> client.getSchemaMetadata(subject, version)));
    }

    List<Integer> versions(String subject) {
        return call("list the versions of " + subject, () -> client.getAllVersions(subject));
    }

    List<String> incompatibilities(String subject, String schema) {
        return call(
                "check a schema against " + subject,
                () -> client.testCompatibilityVerbose(subject, new AvroSchema(schema)));
    }

    String compatibility() {
        return call("ask for the compatibility level", () -> client.getCompatibility(GLOBAL));
    }

    String compatibility(String subject) {
        return call("ask for the compatibility level of " + subject, () -> client.getCompatibility(subject));
    }

    @Override
    public void close() {
        call("close", () -> {
            client.close();
            return true;
        });
    }

    private static Found found(SchemaMetadata metadata) {
        return new Found(metadata.getId(), metadata.getVersion());
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
