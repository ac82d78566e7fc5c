package io.upswing.app.stores;

/** The version of the format of all values: their first byte. It changes with any change of what is written after it. */
final class Format {
    static final int VERSION = 3;

    private Format() {}

    /** Lets only the known version pass. */
    static void check(String store, int found) {
        if (found != VERSION) {
            throw new UnknownFormatException(store, found, VERSION);
        }
    }
}
