package io.upswing.core.source;

/**
 * Why a record is not taken. It goes to the dead letters with this.
 *
 * @param detail for a person: the value, and what would be right
 */
public record Refusal(Reason reason, String detail) {
    /** The reasons; their ids stand in dead letters and metrics. */
    public enum Reason {
        /** The bytes are not in the wire format, or not what the schema says, or the schema is another topic's. */
        UNDECODABLE("undecodable"),
        /** The registry does not know the schema id. */
        UNKNOWN_SCHEMA("unknown-schema"),
        /** No key, or an empty one. */
        NO_ID("no-id"),
        /** An id longer than stores take. */
        ID_TOO_LONG("id-too-long"),
        /** No value under a key: a tombstone, where deletions are changes of their own. */
        NO_VALUE("no-value"),
        /** A null key and value without a readable watermark. */
        MALFORMED_WATERMARK("malformed-watermark"),
        /** A watermark that leaps too far ahead of the one before it, or speaks for a stage of another size. */
        WATERMARK_OUT_OF_BOUNDS("watermark-out-of-bounds"),
        /** Larger than what can be kept as a dead letter, or wait in a store; comes compressed only. */
        TOO_LARGE("too-large"),
        /** More parts than a record may have: shares of credit, leaves. */
        TOO_MANY_PARTS("too-many-parts"),
        /** The record is not in the partition of its key. */
        WRONG_PARTITION("wrong-partition"),
        /** An amount beyond ±10¹³ minor units. */
        AMOUNT_OUT_OF_BOUNDS("amount-out-of-bounds"),
        /** A date outside 1990–2100, or too far ahead of the day on which it was recorded. */
        DATE_OUT_OF_BOUNDS("date-out-of-bounds"),
        /** A share of credit outside 1–10000 basis points, or shares that add up to more than 100000. */
        SHARE_OUT_OF_BOUNDS("share-out-of-bounds"),
        /** A quota for a period that does not begin on the first day of a month, or of a quarter of the fiscal year. */
        NO_PERIOD_START("no-period-start"),
        /** A quota in another currency than the reporting currency. */
        FOREIGN_CURRENCY("foreign-currency");

        private final String id;

        Reason(String id) {
            this.id = id;
        }

        /** Stable, in kebab-case. */
        public String id() {
            return id;
        }
    }
}
