package io.upswing.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SchemaRegistryTest {
    private static final SchemaText V1 = record("Deal", "{\"name\":\"id\",\"type\":\"string\"}");
    private static final SchemaText V2 = record(
            "Deal", "{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"won\",\"type\":\"boolean\",\"default\":false}");
    private static final SchemaText V3_READS_V2_ONLY =
            record("Deal", "{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"won\",\"type\":\"boolean\"}");
    private static final SchemaText INCOMPATIBLE = record("Deal", "{\"name\":\"id\",\"type\":\"long\"}");

    private final RegistryState state = new RegistryState(CompatibilityLevel.BACKWARD);
    private final InMemoryLog log = new InMemoryLog(state::apply);
    private final SchemaRegistry registry = new SchemaRegistry(state, log);

    @Test
    void theSameSchemaHasOneIdInAllSubjects() {
        int id = register("a", V1);
        int other = register("a", V2);

        int again = register("a", V1);
        int elsewhere = register("b", V1);

        assertThat(again).isEqualTo(id);
        assertThat(elsewhere).isEqualTo(id);
        assertThat(other).isNotEqualTo(id);
        assertThat(log.changes()).hasSize(3);
    }

    @Test
    void whiteSpaceDoesNotMakeAnotherSchema() {
        int id = register("a", V1);

        int spaced = register("a", new SchemaText(V1.schema().replace(",", " ,\n  "), List.of()));

        assertThat(spaced).isEqualTo(id);
    }

    @Test
    void anIncompatibleSchemaIsRefusedWithItsReasons() {
        register("a", V1);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> register("a", INCOMPATIBLE))
                .satisfies(r -> assertThat(r.status()).isEqualTo(409))
                .satisfies(r -> assertThat(r.code()).isEqualTo(409))
                .withMessageContaining("TYPE_MISMATCH")
                .withMessageContaining("oldSchemaVersion: 1");
        assertThat(state.versions("a", true)).hasSize(1);
    }

    @Test
    void backwardLooksAtTheLatestVersionOnly() {
        register("a", V1);
        register("a", V2);

        int third = register("a", V3_READS_V2_ONLY);

        assertThat(registry.version("a", "latest", false).id()).isEqualTo(third);
    }

    @Test
    void backwardTransitiveLooksAtAllVersions() {
        registry.settings().setLevel("", "backward_transitive");
        register("a", V1);
        register("a", V2);

        List<String> reasons = registry.incompatibilities("a", V3_READS_V2_ONLY);

        assertThat(reasons).anyMatch(r -> r.contains("READER_FIELD_MISSING_DEFAULT_VALUE"));
        assertThat(reasons).contains("{oldSchemaVersion: 1}", "{compatibility: 'BACKWARD_TRANSITIVE'}");
        refused(409, () -> register("a", V3_READS_V2_ONLY));
    }

    @Test
    void forwardAsksTheOldSchemaToReadNewData() {
        registry.settings().setLevel("a", "FORWARD");
        register("a", V2);

        int wider = register(
                "a",
                record(
                        "Deal",
                        "{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"won\",\"type\":\"boolean\"},"
                                + "{\"name\":\"must\",\"type\":\"string\"}"));

        assertThat(registry.byId(wider).version()).isEqualTo(2);
        refused(409, () -> register("a", INCOMPATIBLE));
    }

    @Test
    void noneLetsAnythingThrough() {
        registry.settings().setLevel("a", "NONE");
        register("a", V1);

        int id = register("a", INCOMPATIBLE);

        assertThat(registry.incompatibilities("a", V2)).isEmpty();
        assertThat(registry.byId(id).version()).isEqualTo(2);
    }

    @Test
    void aSubjectsLevelComesBeforeItsContextsAndTheGlobalOne() {
        registry.settings().setLevel("", "FULL");
        registry.settings().setLevel(":.eu:", "NONE");

        registry.settings().setLevel(":.eu:a", "FORWARD");

        assertThat(registry.settings().level(":.eu:a")).isEqualTo(CompatibilityLevel.FORWARD);
        assertThat(registry.settings().level(":.eu:b")).isEqualTo(CompatibilityLevel.NONE);
        assertThat(registry.settings().level("c")).isEqualTo(CompatibilityLevel.FULL);
        refused(40408, () -> registry.settings().ownLevel("c"));
    }

    @Test
    void withoutAGlobalLevelTheDefaultHolds() {
        registry.settings().setLevel("", "FULL");

        registry.settings().clearLevel("");

        assertThat(registry.settings().level("a")).isEqualTo(CompatibilityLevel.BACKWARD);
        refused(40401, () -> registry.settings().clearLevel("a"));
        refused(42203, () -> registry.settings().setLevel("a", "SIDEWAYS"));
    }

    @Test
    void whatIsNotThereIsRefusedWithConfluentsCodes() {
        register("a", V1);

        refused(40401, () -> registry.version("none", "1", false));
        refused(40401, () -> registry.lookup("none", V1, false));
        refused(40401, () -> registry.incompatibilities("none", V1, "1"));
        refused(40402, () -> registry.version("a", "2", false));
        refused(40403, () -> registry.byId(99));
        refused(40403, () -> registry.lookup("a", V2, false));
        refused(42202, () -> registry.version("a", "0", false));
        refused(42202, () -> registry.version("a", "newest", false));
        assertThat(registry.incompatibilities("none", V1, "latest")).isEmpty();
    }

    @Test
    void whatIsNoAvroSchemaIsRefused() {
        refused(42201, () -> register("a", new SchemaText("{\"type\":\"nonsense\"}", List.of())));
        refused(42201, () -> register("a", new SchemaText("{", List.of())));
        refused(42201, () -> SchemaRequest.check("PROTOBUF", "syntax"));
        refused(42201, () -> SchemaRequest.check("", ""));
        refused(42208, () -> register(" ", V1));
        assertThat(log.changes()).isEmpty();
    }

    @Test
    void aDeletedSubjectIsStillReadById() {
        int id = register("a", V1);

        List<Integer> deleted = registry.deletions().deleteSubject("a");

        assertThat(deleted).containsExactly(1);
        assertThat(registry.byId(id).deleted()).isTrue();
        assertThat(registry.existing("a", true)).hasSize(1);
        refused(40401, () -> registry.existing("a", false));
        refused(40404, () -> registry.deletions().deleteSubject("a"));
    }

    @Test
    void aSchemaRegisteredAgainAfterDeletionKeepsItsIdInANewVersion() {
        int id = register("a", V1);
        registry.deletions().deleteSubject("a");

        int again = register("a", V1);

        assertThat(again).isEqualTo(id);
        assertThat(registry.version("a", "latest", false).version()).isEqualTo(2);
    }

    @Test
    void deletingForGoodComesAfterDeletingSoftly() {
        int id = register("a", V1);
        refused(40405, () -> registry.deletions().eraseSubject("a"));
        registry.deletions().deleteSubject("a");

        List<Integer> erased = registry.deletions().eraseSubject("a");

        assertThat(erased).containsExactly(1);
        refused(40403, () -> registry.byId(id));
        refused(40401, () -> registry.deletions().eraseSubject("a"));
        assertThat(register("b", V1)).as("an id is not given out twice").isGreaterThan(id);
    }

    @Test
    void oneVersionIsDeletedLikeASubject() {
        register("a", V1);
        register("a", V2);
        refused(40407, () -> registry.deletions().eraseVersion("a", "1"));

        int deleted = registry.deletions().deleteVersion("a", "1");

        assertThat(deleted).isEqualTo(1);
        assertThat(registry.existing("a", false))
                .extracting(SchemaVersion::version)
                .containsExactly(2);
        refused(40406, () -> registry.deletions().deleteVersion("a", "1"));
        assertThat(registry.deletions().eraseVersion("a", "1")).isEqualTo(1);
        refused(40402, () -> registry.deletions().eraseVersion("a", "1"));
    }

    @Test
    void theSettingsOfASubjectGoWithIt() {
        register("a", V1);
        registry.settings().setLevel("a", "FULL");

        registry.deletions().deleteSubject("a");

        refused(40408, () -> registry.settings().ownLevel("a"));
    }

    @Test
    void aReferencedTypeStaysANameInTheStoredText() {
        register("money", record("Money", "{\"name\":\"cents\",\"type\":\"long\"}"));
        SchemaText deal = new SchemaText(
                record("Deal", "{\"name\":\"amount\",\"type\":\"io.test.Money\"}")
                        .schema(),
                List.of(new Reference("io.test.Money", "money", VersionNumber.LATEST)));

        int id = register("deal", deal);

        SchemaText stored = registry.byId(id).text();
        assertThat(stored.schema()).contains("\"type\":\"Money\"").doesNotContain("cents");
        assertThat(stored.references()).containsExactly(new Reference("io.test.Money", "money", 1));
        assertThat(registry.lookup("deal", deal, false).id()).isEqualTo(id);
    }

    @Test
    void aReferencedSchemaIsNotDeleted() {
        register("money", record("Money", "{\"name\":\"cents\",\"type\":\"long\"}"));
        int id = register(
                "deal",
                new SchemaText(
                        "{\"type\":\"array\",\"items\":\"io.test.Money\"}",
                        List.of(new Reference("io.test.Money", "money", 1))));

        refused(42206, () -> registry.deletions().deleteSubject("money"));
        refused(42206, () -> registry.deletions().deleteVersion("money", "1"));

        assertThat(registry.referencedBy(registry.version("money", "1", false))).containsExactly(id);
    }

    @Test
    void aReferenceToNothingIsRefused() {
        SchemaText text = new SchemaText(
                "{\"type\":\"array\",\"items\":\"io.test.Money\"}",
                List.of(new Reference("io.test.Money", "money", 1)));

        refused(42201, () -> register("deal", text));
    }

    @Test
    void aReadOnlySubjectIsNotChanged() {
        register("a", V1);
        registry.settings().setMode("a", "READONLY", false);

        refused(42205, () -> register("a", V2));
        refused(42205, () -> registry.deletions().deleteSubject("a"));

        assertThat(register("a", V1)).as("what is known is still found").isEqualTo(1);
        registry.settings().clearMode("a");
        assertThat(register("a", V2)).isEqualTo(2);
    }

    @Test
    void importKeepsIdsAndVersionsOfElsewhere() {
        registry.settings().setMode("a", "IMPORT", false);

        int id = registry.register("a", new SchemaRequest(V1, OptionalInt.of(77), OptionalInt.of(5)));

        assertThat(id).isEqualTo(77);
        assertThat(registry.version("a", "5", false).id()).isEqualTo(77);
        refused(42207, () -> registry.register("a", new SchemaRequest(V2, OptionalInt.of(77), OptionalInt.empty())));
        refused(42205, () -> register("a", V2));
        refused(42205, () -> registry.register("b", new SchemaRequest(V2, OptionalInt.of(78), OptionalInt.empty())));
    }

    @Test
    void importModeNeedsForceWhereThereAreSchemas() {
        register("a", V1);

        refused(42205, () -> registry.settings().setMode("a", "IMPORT", false));
        refused(42204, () -> registry.settings().setMode("a", "SIDEWAYS", false));

        assertThat(registry.settings().setMode("a", "IMPORT", true)).isEqualTo(Mode.IMPORT);
    }

    private int register(String subject, SchemaText text) {
        return registry.register(subject, SchemaRequest.of(text));
    }

    private static SchemaText record(String name, String fields) {
        return new SchemaText(
                "{\"type\":\"record\",\"name\":\"" + name + "\",\"namespace\":\"io.test\",\"fields\":[" + fields + "]}",
                List.of());
    }

    private static void refused(int code, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(call)
                .extracting(Refusal::code)
                .isEqualTo(code);
    }
}
