package io.upswing.core.entity;

/**
 * The merged state of each entity of a kind.
 *
 * @param <E> a {@link Deal} or an {@link Activity}
 */
public interface Entities<E> {
    /** The kind's {@code UNKNOWN} where nothing is known. */
    E get(String id);

    void put(String id, E entity);
}
