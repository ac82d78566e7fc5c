package io.upswing.embedded.registry;

/**
 * A schema that another one refers to.
 *
 * @param name the name it is referred to by; for Avro the full name of the type
 * @param subject the subject it is registered under
 * @param version its version there; -1 in a request stands for the latest
 */
public record Reference(String name, String subject, int version) {}
