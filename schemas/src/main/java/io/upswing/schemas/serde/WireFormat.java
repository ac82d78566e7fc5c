package io.upswing.schemas.serde;

/** Confluent's: {@link #MAGIC}, a schema id in four bytes, big end first, and the datum. */
final class WireFormat {
    static final byte MAGIC = 0;
    static final int HEAD_BYTES = 5;

    private WireFormat() {}
}
