package io.upswing.embedded.registry;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** Registers schemas and finds them again; the way to {@link Deletions} and {@link Settings}. Thread-safe. */
public final class SchemaRegistry {
    private final RegistryState state;
    private final ChangeLog log;
    private final AvroSchemas avro;
    private final Deletions deletions;
    private final Settings settings;

    /** A registry whose state comes from this log alone. */
    public SchemaRegistry(RegistryState state, ChangeLog log) {
        this.state = state;
        this.log = log;
        this.avro = new AvroSchemas(state);
        this.deletions = new Deletions(state, log);
        this.settings = new Settings(state, log);
    }

    /** Deleting versions and subjects. */
    public Deletions deletions() {
        return deletions;
    }

    /** Compatibility levels and modes. */
    public Settings settings() {
        return settings;
    }

    /** What the registry holds. */
    public RegistryState state() {
        return state;
    }

    /**
     * Registers a schema under a subject, or finds it there.
     *
     * @return its id
     * @throws Refusal 409 when it is incompatible, 42201 when it is none, 42205 when the mode forbids it, 42207 when
     *     the id it brings along belongs to another, 42208 for a subject without a name
     */
    public int register(String subject, SchemaRequest request) {
        if (subject.isBlank()) {
            throw Refusal.invalidSubject(subject);
        }
        return log.write(append -> {
            AvroSchemas.Parsed parsed = avro.parse(request.text());
            Optional<SchemaVersion> known = sameIn(subject, parsed.text(), false);
            if (known.isPresent()) {
                return known.get().id();
            }
            SchemaVersion next = next(subject, request, parsed);
            append.accept(new Change.SchemaStored(next));
            return next.id();
        });
    }

    private SchemaVersion next(String subject, SchemaRequest request, AvroSchemas.Parsed parsed) {
        Mode mode = state.mode(subject);
        requireWritable(subject, mode, request);
        if (mode != Mode.IMPORT) {
            requireCompatible(subject, parsed.schema());
        }
        int version = request.version().orElseGet(() -> state.nextVersion(subject));
        return new SchemaVersion(subject, version, idFor(request, parsed.text()), parsed.text(), false);
    }

    private static void requireWritable(String subject, Mode mode, SchemaRequest request) {
        if (mode.readOnly()) {
            throw Refusal.notPermitted("Subject " + subject + " is in read-only mode");
        }
        boolean imported = request.id().isPresent();
        if (imported != (mode == Mode.IMPORT)) {
            throw Refusal.notPermitted("Subject " + subject + " is " + (imported ? "not in" : "in") + " import mode");
        }
    }

    private void requireCompatible(String subject, Schema schema) {
        List<String> reasons = reasons(subject, schema, state.versions(subject, false));
        if (!reasons.isEmpty()) {
            throw Refusal.incompatible(subject, reasons);
        }
    }

    private int idFor(SchemaRequest request, SchemaText text) {
        if (request.id().isEmpty()) {
            return state.idOf(text).orElseGet(state::nextId);
        }
        int id = request.id().getAsInt();
        if (state.byId(id).filter(v -> !v.text().equals(text)).isPresent()) {
            throw Refusal.idTaken(id);
        }
        return id;
    }

    /**
     * Finds a schema under a subject; of several equal ones the newest.
     *
     * @throws Refusal 40401 when the subject isn't there, 40403 when the schema isn't in it, 42201 when it is none
     */
    public SchemaVersion lookup(String subject, SchemaText text, boolean withDeleted) {
        existing(subject, withDeleted);
        return sameIn(subject, avro.parse(text).text(), withDeleted).orElseThrow(Refusal::schemaNotFound);
    }

    private Optional<SchemaVersion> sameIn(String subject, SchemaText text, boolean withDeleted) {
        return state.versions(subject, withDeleted).reversed().stream()
                .filter(v -> v.text().equals(text))
                .findFirst();
    }

    /**
     * The versions of a subject, by number.
     *
     * @throws Refusal 40401 when there is none
     */
    public List<SchemaVersion> existing(String subject, boolean withDeleted) {
        List<SchemaVersion> versions = state.versions(subject, withDeleted);
        if (versions.isEmpty()) {
            throw Refusal.subjectNotFound(subject);
        }
        return versions;
    }

    /**
     * One version of a subject.
     *
     * @param version a number, {@code latest} or -1
     * @throws Refusal 40401, 40402, or 42202 for what is no version number
     */
    public SchemaVersion version(String subject, String version, boolean withDeleted) {
        int number = VersionNumber.parse(version);
        List<SchemaVersion> versions = existing(subject, withDeleted);
        if (number == VersionNumber.LATEST) {
            return versions.getLast();
        }
        return versions.stream()
                .filter(v -> v.version() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.versionNotFound(number));
    }

    /**
     * A schema by its id, deleted softly or not.
     *
     * @throws Refusal 40403 when there is none
     */
    public SchemaVersion byId(int id) {
        return state.byId(id).orElseThrow(() -> Refusal.idNotFound(id));
    }

    /** The ids of schemas that refer to this one. */
    public List<Integer> referencedBy(SchemaVersion version) {
        return state.all(false).stream()
                .filter(v -> v.refersTo(version))
                .map(SchemaVersion::id)
                .distinct()
                .toList();
    }

    /** Why a schema may not be the subject's next version; empty when it may, also for a subject that isn't there. */
    public List<String> incompatibilities(String subject, SchemaText text) {
        return reasons(subject, avro.parse(text).schema(), state.versions(subject, false));
    }

    /**
     * Why a schema may not follow just this version; empty when it may, also the latest of a subject that isn't there.
     *
     * @throws Refusal 40401 or 40402 when a version given by number isn't there
     */
    public List<String> incompatibilities(String subject, SchemaText text, String version) {
        Schema schema = avro.parse(text).schema();
        boolean none = state.versions(subject, false).isEmpty();
        if (none && VersionNumber.parse(version) == VersionNumber.LATEST) {
            return List.of();
        }
        return reasons(subject, schema, List.of(version(subject, version, false)));
    }

    private List<String> reasons(String subject, Schema schema, List<SchemaVersion> earlier) {
        return Compatibility.reasons(state.level(subject), schema, earlier, avro::parse);
    }
}
