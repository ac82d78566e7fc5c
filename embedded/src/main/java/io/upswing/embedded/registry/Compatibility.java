package io.upswing.embedded.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityResult;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** Whether a new schema may follow the earlier ones of its subject, by Avro's rules of schema resolution. */
final class Compatibility {
    private Compatibility() {}

    /**
     * Why the schema may not follow; empty when it may. Reasons are those against one version: the newest that it
     * clashes with.
     *
     * @param earlier the versions of the subject, oldest first
     * @param parse gives a version's schema
     */
    static List<String> reasons(
            CompatibilityLevel level, Schema next, List<SchemaVersion> earlier, Function<SchemaVersion, Schema> parse) {
        if (level == CompatibilityLevel.NONE) {
            return List.of();
        }
        List<SchemaVersion> newestFirst = earlier.reversed();
        List<SchemaVersion> checked =
                level.transitive() ? newestFirst : newestFirst.stream().limit(1).toList();
        return checked.stream()
                .map(version -> against(level, next, version, parse.apply(version)))
                .filter(reasons -> !reasons.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> against(CompatibilityLevel level, Schema next, SchemaVersion version, Schema old) {
        List<String> reasons = new ArrayList<>();
        if (level.newReadsOld()) {
            reasons.addAll(readingFails(next, old, "old schema"));
        }
        if (level.oldReadsNew()) {
            reasons.addAll(readingFails(old, next, "new schema"));
        }
        if (!reasons.isEmpty()) {
            reasons.add("{oldSchemaVersion: " + version.version() + "}");
            reasons.add("{oldSchema: '" + version.text().schema() + "'}");
            reasons.add("{compatibility: '" + level + "'}");
        }
        return reasons;
    }

    private static List<String> readingFails(Schema reader, Schema writer, String writerName) {
        SchemaCompatibilityResult result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult();
        return result.getCompatibility() == SchemaCompatibilityType.COMPATIBLE
                ? List.of()
                : result.getIncompatibilities().stream()
                        .map(i -> describe(i, writerName))
                        .toList();
    }

    private static String describe(Incompatibility i, String writerName) {
        return "{errorType:'" + i.getType() + "', description:'data of the " + writerName + " can't be read at path '"
                + i.getLocation() + "'', additionalInfo:'" + i.getMessage() + "'}";
    }
}
