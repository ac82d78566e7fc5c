package io.upswing.producers.csv;

/** What an id names. Derived ids of different kinds never meet, even when derived from the same words. */
enum IdKind {
    REP("rep", 6),
    TEAM("team", 6),
    REGION("region", 6),
    /** Longer: there are many more deals than people. */
    DEAL("deal", 10);

    private final String prefix;
    private final int bytes;

    IdKind(String prefix, int bytes) {
        this.prefix = prefix;
        this.bytes = bytes;
    }

    String prefix() {
        return prefix;
    }

    /** How much of the hash is kept; in the id each byte is two digits. */
    int bytes() {
        return bytes;
    }
}
