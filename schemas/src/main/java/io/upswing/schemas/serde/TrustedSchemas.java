package io.upswing.schemas.serde;

import org.apache.avro.util.ClassSecurityValidator;

/** Avro loads classes by the names in schemas, trusted ones only: here ours are added, once in a process. */
public final class TrustedSchemas {
    private static final String PACKAGE = "io.upswing.schemas.";

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                c -> c.getPackageName().concat(".").equals(PACKAGE)));
    }

    private TrustedSchemas() {}

    /** Makes sure that our generated classes are trusted: for those who build or copy them without a serde. */
    public static void trust() {
        // The work is done when the class is initialized.
    }
}
