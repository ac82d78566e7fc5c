package io.upswing.core.entity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The merged state of each entity of a kind.
 *
 * @param <E> a {@link Deal} or an {@link Activity}
 */
public interface Entities<E> {
    /** By the length of their UTF-8, then by its bytes. */
    Comparator<String> ORDER = Comparator.<String>comparingInt(id -> id.getBytes(UTF_8).length)
            .thenComparing(id -> id.getBytes(UTF_8), Arrays::compareUnsigned);

    /** The kind's {@code UNKNOWN} where nothing is known. */
    E get(String id);

    void put(String id, E entity);

    /** An entity under its id. */
    record Entry<E>(String id, E entity) {}

    /**
     * The next entities in the order of {@link #ORDER}.
     *
     * @param id    after which; from the first on if empty
     * @param limit how many at most
     */
    List<Entry<E>> after(Optional<String> id, int limit);
}
