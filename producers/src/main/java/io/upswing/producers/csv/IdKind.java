package io.upswing.producers.csv;

/** What an id names. Derived ids of different kinds never meet, even when derived from the same words. */
enum IdKind {
    REP("rep", 6, true),
    TEAM("team", 6, true),
    REGION("region", 6, true),
    /** Longer: there are many more deals than people. */
    DEAL("deal", 10, false),
    LEAD("lead", 10, false),
    ACTIVITY("activity", 10, false);

    private final String prefix;
    private final int bytes;
    private final boolean named;

    IdKind(String prefix, int bytes, boolean named) {
        this.prefix = prefix;
        this.bytes = bytes;
        this.named = named;
    }

    String prefix() {
        return prefix;
    }

    /** How much of the hash is kept; in the id each byte is two digits. */
    int bytes() {
        return bytes;
    }

    /** Whether what it is called is kept. */
    boolean named() {
        return named;
    }
}
