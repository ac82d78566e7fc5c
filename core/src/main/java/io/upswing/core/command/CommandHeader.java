package io.upswing.core.command;

import java.util.Optional;

/**
 * What every command says of itself.
 *
 * @param id         the same id twice changes nothing
 * @param rep        whom it is about
 * @param occurredAt milliseconds since the epoch
 * @param note       the id of a note with the author's words; the words themselves lie elsewhere, where they can be erased
 */
public record CommandHeader(String id, String rep, Author author, long occurredAt, Optional<String> note) {}
