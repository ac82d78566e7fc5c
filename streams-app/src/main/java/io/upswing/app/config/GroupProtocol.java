package io.upswing.app.config;

/** How the instances share the tasks out. */
public enum GroupProtocol {
    /** The instances do it; starts in a second or two. */
    CLASSIC,
    /** The broker does it (Kafka 4.2 and newer). */
    STREAMS
}
