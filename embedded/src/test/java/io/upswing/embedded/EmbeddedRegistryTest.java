package io.upswing.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.embedded.registry.CompatibilityLevel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The REST API over plain HTTP, with its topic on a broker. */
class EmbeddedRegistryTest {
    private static final String V1 = record("{\"name\":\"id\",\"type\":\"string\"}");
    private static final String V2 =
            record("{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"won\",\"type\":\"boolean\",\"default\":false}");
    private static final String INCOMPATIBLE = record("{\"name\":\"id\",\"type\":\"long\"}");

    @TempDir
    static Path directory;

    private static EmbeddedKafka kafka;
    private static EmbeddedRegistry registry;
    private static Http http;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(KafkaOptions.in(directory));
        registry = EmbeddedRegistry.start(RegistryOptions.on(kafka.bootstrapServers()));
        http = new Http(registry.url());
    }

    @AfterAll
    static void stop() {
        registry.close();
        kafka.close();
    }

    @Test
    void answersAreInConfluentsForm() {
        Http.Answer registered = http.post("/subjects/form/versions", Http.schema(V1));

        int id = registered.json().path("id").asInt();
        assertThat(registered.status()).isEqualTo(200);
        assertThat(registered.contentType()).startsWith("application/vnd.schemaregistry.v1+json");
        assertThat(http.get("/subjects/form/versions").text()).isEqualTo("[1]");
        assertThat(http.get("/subjects/form/versions/latest").json())
                .isEqualTo(Http.JSON
                        .createObjectNode()
                        .put("subject", "form")
                        .put("version", 1)
                        .put("id", id)
                        .put("schema", V1));
        assertThat(http.get("/subjects/form/versions/1/schema").text()).isEqualTo(V1);
        assertThat(http.get("/schemas/ids/" + id).json())
                .isEqualTo(Http.JSON.createObjectNode().put("schema", V1));
        assertThat(http.get("/schemas/ids/" + id + "/schema").text()).isEqualTo(V1);
        assertThat(http.get("/schemas/ids/" + id + "/versions").text())
                .contains("{\"subject\":\"form\",\"version\":1}");
        assertThat(http.post("/subjects/form", Http.schema(V1))
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(http.get("/schemas/types").text()).isEqualTo("[\"AVRO\"]");
        assertThat(http.get("/subjects?subjectPrefix=for").text()).isEqualTo("[\"form\"]");
        assertThat(http.get("/").text()).isEqualTo("{}");
    }

    @Test
    void refusalsCarryStatusCodeAndMessage() {
        http.post("/subjects/refusals/versions", Http.schema(V1));

        Http.Answer incompatible = http.post("/subjects/refusals/versions", Http.schema(INCOMPATIBLE));

        assertThat(incompatible.status()).isEqualTo(409);
        assertThat(incompatible.errorCode()).isEqualTo(409);
        assertThat(incompatible.json().path("message").asText()).contains("TYPE_MISMATCH");
        refused(http.get("/subjects/none/versions"), 404, 40401);
        refused(http.get("/subjects/refusals/versions/9"), 404, 40402);
        refused(http.get("/schemas/ids/99999"), 404, 40403);
        refused(http.get("/subjects/refusals/versions/x"), 422, 42202);
        refused(http.post("/subjects/refusals/versions", Http.schema("{")), 422, 42201);
        refused(http.post("/subjects/refusals/versions", "{}"), 422, 42201);
        refused(http.post("/subjects/refusals/versions", "{"), 400, 400);
        refused(http.put("/config/refusals", "{\"compatibility\":\"SIDEWAYS\"}"), 422, 42203);
        refused(http.get("/no/such/thing"), 404, 404);
        refused(http.get("/schemas/ids/abc"), 404, 404);
    }

    @Test
    void compatibilityIsCheckedWithoutRegistering() {
        http.post("/subjects/check/versions", Http.schema(V1));

        Http.Answer good = http.post("/compatibility/subjects/check/versions/latest", Http.schema(V2));
        Http.Answer bad = http.post("/compatibility/subjects/check/versions/1?verbose=true", Http.schema(INCOMPATIBLE));
        Http.Answer badForAll = http.post("/compatibility/subjects/check/versions", Http.schema(INCOMPATIBLE));

        assertThat(good.text()).isEqualTo("{\"is_compatible\":true}");
        assertThat(bad.json().path("is_compatible").asBoolean()).isFalse();
        assertThat(bad.json().path("messages")).isNotEmpty();
        assertThat(badForAll.text()).isEqualTo("{\"is_compatible\":false}");
        assertThat(http.get("/subjects/check/versions").text()).isEqualTo("[1]");
    }

    @Test
    void settingsAreReadSetAndCleared() {
        http.post("/subjects/settings/versions", Http.schema(V1));

        Http.Answer set = http.put("/config/settings", "{\"compatibility\":\"full\"}");

        assertThat(set.text()).isEqualTo("{\"compatibility\":\"FULL\"}");
        assertThat(http.get("/config").text()).isEqualTo("{\"compatibilityLevel\":\"BACKWARD\"}");
        assertThat(http.get("/config/settings").text()).isEqualTo("{\"compatibilityLevel\":\"FULL\"}");
        assertThat(http.delete("/config/settings").text()).isEqualTo("{\"compatibilityLevel\":\"FULL\"}");
        refused(http.get("/config/settings"), 404, 40408);
        assertThat(http.get("/config/settings?defaultToGlobal=true").text())
                .isEqualTo("{\"compatibilityLevel\":\"BACKWARD\"}");
        assertThat(http.get("/mode").text()).isEqualTo("{\"mode\":\"READWRITE\"}");
        assertThat(http.put("/mode/settings", "{\"mode\":\"READONLY\"}").text()).isEqualTo("{\"mode\":\"READONLY\"}");
        refused(http.post("/subjects/settings/versions", Http.schema(V2)), 422, 42205);
        assertThat(http.delete("/mode/settings").text()).isEqualTo("{\"mode\":\"READONLY\"}");
        refused(http.get("/mode/settings"), 404, 40409);
    }

    @Test
    void aSubjectMayHoldAnyCharacter() {
        String odd = "a/b c%:{x}+ø";

        http.post("/subjects/" + encodedPath(odd) + "/versions", Http.schema(V1));

        assertThat(http.get("/subjects?subjectPrefix=a%2Fb").json().path(0).asText())
                .isEqualTo(odd);
        assertThat(http.get("/subjects/" + encodedPath(odd) + "/versions").text())
                .isEqualTo("[1]");
    }

    @Test
    void contextsHaveSubjectsOfTheirOwn() {
        http.post("/contexts/.eu/subjects/deal/versions", Http.schema(V1));

        Http.Answer inContext = http.get("/contexts/.eu/subjects/deal/versions/1");
        Http.Answer qualified = http.get("/subjects/" + encodedPath(":.eu:deal") + "/versions/1");

        assertThat(inContext.json()).isEqualTo(qualified.json());
        assertThat(inContext.json().path("subject").asText()).isEqualTo(":.eu:deal");
        refused(http.get("/subjects/deal/versions"), 404, 40401);
        assertThat(http.get("/contexts").text()).contains("\".\"", "\".eu\"");
        assertThat(http.get("/contexts/.eu/subjects").text()).isEqualTo("[\":.eu:deal\"]");
    }

    @Test
    void listsTellDeletedFromLive() {
        http.post("/subjects/gone/versions", Http.schema(V1));
        http.delete("/subjects/gone");

        Http.Answer live = http.get("/subjects?subjectPrefix=gone");
        Http.Answer withDeleted = http.get("/subjects?subjectPrefix=gone&deleted=true");
        Http.Answer deletedOnly = http.get("/subjects?subjectPrefix=gone&deletedOnly=true");

        assertThat(live.text()).isEqualTo("[]");
        assertThat(withDeleted.text()).isEqualTo("[\"gone\"]");
        assertThat(deletedOnly.text()).isEqualTo("[\"gone\"]");
        assertThat(http.get("/schemas?subjectPrefix=gone&deleted=true&latestOnly=true")
                        .json())
                .hasSize(1);
    }

    @Test
    void eightThreadsRegisteringGetUniqueAndConsistentIds() throws Exception {
        int schemas = 20;
        List<Callable<List<Integer>>> work = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            int offset = thread;
            work.add(() -> registerAll(schemas, offset));
        }

        List<List<Integer>> ids = inParallel(work);

        assertThat(ids.getFirst()).doesNotHaveDuplicates().hasSize(schemas);
        assertThat(ids).allSatisfy(own -> assertThat(own).isEqualTo(ids.getFirst()));
        assertThat(http.get("/subjects/parallel-7/versions").text()).isEqualTo("[1]");
    }

    /** The id of schema n at n; each thread begins with another one. */
    private static List<Integer> registerAll(int schemas, int offset) {
        Integer[] ids = new Integer[schemas];
        for (int i = 0; i < schemas; i++) {
            int n = (i + offset) % schemas;
            String schema = record("{\"name\":\"f" + n + "\",\"type\":\"string\"}");
            ids[n] = http.post("/subjects/parallel-" + n + "/versions", Http.schema(schema))
                    .json()
                    .path("id")
                    .asInt();
        }
        return List.of(ids);
    }

    private static <T> List<T> inParallel(List<Callable<T>> work) throws InterruptedException, ExecutionException {
        try (ExecutorService pool = Executors.newFixedThreadPool(work.size())) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void aRegistryStartedAgainOnItsTopicKnowsEverything() {
        RegistryOptions options = RegistryOptions.on(kafka.bootstrapServers())
                .inTopic("_restarted")
                .defaultCompatibility(CompatibilityLevel.NONE);
        List<String> before;
        try (EmbeddedRegistry first = EmbeddedRegistry.start(options)) {
            Http firstHttp = new Http(first.url());
            firstHttp.post("/subjects/a/versions", Http.schema(V1));
            firstHttp.post("/subjects/a/versions", Http.schema(V2));
            firstHttp.post("/subjects/deleted/versions", Http.schema(V1));
            firstHttp.delete("/subjects/deleted");
            firstHttp.post("/subjects/erased/versions", Http.schema("\"long\""));
            firstHttp.delete("/subjects/erased");
            firstHttp.delete("/subjects/erased?permanent=true");
            firstHttp.put("/config/a", "{\"compatibility\":\"FULL\"}");
            firstHttp.put("/mode/b", "{\"mode\":\"READONLY\"}");
            before = everything(firstHttp);
        }

        try (EmbeddedRegistry second = EmbeddedRegistry.start(options)) {
            Http secondHttp = new Http(second.url());
            assertThat(everything(secondHttp)).isEqualTo(before);
            assertThat(secondHttp
                            .post("/subjects/new/versions", Http.schema("\"int\""))
                            .json()
                            .path("id")
                            .asInt())
                    .isEqualTo(4);
        }
    }

    private static List<String> everything(Http registry) {
        return List.of(
                registry.get("/schemas").text(),
                registry.get("/schemas?deleted=true").text(),
                registry.get("/config").text(),
                registry.get("/config/a").text(),
                registry.get("/mode/b").text());
    }

    @Test
    void aRegistryComesBackOnTheSamePort() {
        RegistryOptions options = RegistryOptions.on(kafka.bootstrapServers()).inTopic("_port");
        EmbeddedRegistry first = EmbeddedRegistry.start(options);
        int port = first.port();
        first.close();

        try (EmbeddedRegistry second = EmbeddedRegistry.start(options.onPort(port))) {
            assertThat(second.url()).isEqualTo("http://127.0.0.1:" + port);
            assertThat(new Http(second.url()).get("/subjects").text()).isEqualTo("[]");
        }
    }

    private static void refused(Http.Answer answer, int status, int code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errorCode()).isEqualTo(code);
    }

    private static String encodedPath(String segment) {
        return Http.encoded(segment).replace("+", "%20");
    }

    private static String record(String fields) {
        return "{\"type\":\"record\",\"name\":\"Deal\",\"namespace\":\"io.test\",\"fields\":[" + fields + "]}";
    }
}
