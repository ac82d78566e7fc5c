package io.upswing.schemas.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** BACKWARD_TRANSITIVE: a schema can read what was written with any version released before. */
public final class SchemaCompatibilityCheck {
    private SchemaCompatibilityCheck() {}

    /**
     * What in the released versions a schema cannot read, one sentence each; empty if it can read all.
     *
     * @param released by version, from 1
     */
    public static List<String> problems(Schema current, SortedMap<Integer, Schema> released) {
        List<String> problems = new ArrayList<>();
        released.forEach((version, writer) -> {
            var result = SchemaCompatibility.checkReaderWriterCompatibility(current, writer)
                    .getResult();
            if (result.getCompatibility() != SchemaCompatibilityType.COMPATIBLE) {
                result.getIncompatibilities()
                        .forEach(i -> problems.add(current.getFullName() + " cannot read version " + version + ": "
                                + i.getType() + " at " + i.getLocation() + ", " + i.getMessage()));
            }
        });
        return problems;
    }
}
