package io.upswing.producers.publish;

/** Where a record lies: the broker, with all its replicas in sync, has it. */
public record Place(String topic, int partition, long offset) {}
