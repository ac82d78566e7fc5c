package io.upswing.embedded.registry;

/** A request that the registry does not fulfil: HTTP status, Confluent's error code, and a message for people. */
public final class Refusal extends RuntimeException {
    private final int status;
    private final int code;

    private Refusal(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Confluent's error code. */
    public int code() {
        return code;
    }

    static Refusal subjectNotFound(String subject) {
        return new Refusal(404, 40401, "Subject '" + subject + "' not found.");
    }

    static Refusal versionNotFound(int version) {
        return new Refusal(404, 40402, "Version " + version + " not found.");
    }

    static Refusal schemaNotFound() {
        return new Refusal(404, 40403, "Schema not found");
    }

    static Refusal idNotFound(int id) {
        return new Refusal(404, 40403, "Schema " + id + " not found");
    }

    static Refusal subjectIsDeleted(String subject) {
        return new Refusal(404, 40404, "Subject '" + subject + "' is deleted; permanent=true deletes it for good");
    }

    static Refusal subjectNotYetDeleted(String subject) {
        return new Refusal(404, 40405, "Subject '" + subject + "' must be deleted before it can be deleted for good");
    }

    static Refusal versionIsDeleted(SchemaVersion version) {
        return new Refusal(404, 40406, named(version) + " is deleted; permanent=true deletes it for good");
    }

    static Refusal versionNotYetDeleted(SchemaVersion version) {
        return new Refusal(404, 40407, named(version) + " must be deleted before it can be deleted for good");
    }

    static Refusal noLevelOfItsOwn(String subject) {
        return new Refusal(404, 40408, "Subject '" + subject + "' has no compatibility level of its own");
    }

    static Refusal noModeOfItsOwn(String subject) {
        return new Refusal(404, 40409, "Subject '" + subject + "' has no mode of its own");
    }

    static Refusal incompatible(String subject, Object reasons) {
        return new Refusal(
                409,
                409,
                "Schema being registered is incompatible with an earlier schema for subject \"" + subject
                        + "\", details: " + reasons);
    }

    static Refusal invalidSchema(String reason) {
        return new Refusal(422, 42201, "Invalid schema: " + reason);
    }

    static Refusal invalidVersion(String version) {
        return new Refusal(
                422,
                42202,
                "The version '" + version + "' is not valid: it must be a number from 1 on, -1 or \"latest\"");
    }

    static Refusal invalidLevel() {
        return new Refusal(
                422,
                42203,
                "Invalid compatibility level: it must be one of none, backward, forward, full,"
                        + " backward_transitive, forward_transitive, full_transitive");
    }

    static Refusal invalidMode() {
        return new Refusal(422, 42204, "Invalid mode: it must be READWRITE, READONLY, READONLY_OVERRIDE or IMPORT");
    }

    static Refusal notPermitted(String reason) {
        return new Refusal(422, 42205, reason);
    }

    static Refusal stillReferenced(SchemaVersion version) {
        return new Refusal(422, 42206, "Other schemas refer to " + named(version));
    }

    static Refusal idTaken(int id) {
        return new Refusal(422, 42207, "The id " + id + " belongs to another schema");
    }

    static Refusal invalidSubject(String subject) {
        return new Refusal(422, 42208, "The subject '" + subject + "' is not valid");
    }

    static Refusal storeFailed(Throwable cause) {
        Refusal refusal = new Refusal(500, 50001, "The registry's topic can't be used: " + cause.getMessage());
        refusal.initCause(cause);
        return refusal;
    }

    /** A body that is no JSON. */
    public static Refusal unreadableBody() {
        return new Refusal(400, 400, "The body is not valid JSON");
    }

    private static String named(SchemaVersion version) {
        return "Subject '" + version.subject() + "' Version " + version.version();
    }
}
