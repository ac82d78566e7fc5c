package io.upswing.producers.csv;

import java.io.Serial;

/** A mapping file, or the CSV's header beside it, is wrong: says where, what stands there, and what would be right. */
public final class MappingException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String key;
    private final String value;
    private final String right;

    MappingException(String file, String key, String value, String right) {
        super("%s: %s is %s; right would be: %s".formatted(file, key, value, right));
        this.file = file;
        this.key = key;
        this.value = value;
        this.right = right;
    }

    /** The mapping file. */
    public String file() {
        return file;
    }

    /** The key's path, such as {@code deals.created.format}. */
    public String key() {
        return key;
    }

    /** What stands there, in quotes; or {@code missing}. */
    public String value() {
        return value;
    }

    /** What would be right. */
    public String right() {
        return right;
    }
}
