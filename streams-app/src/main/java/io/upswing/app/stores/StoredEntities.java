package io.upswing.app.stores;

import io.upswing.core.entity.Entities;

/** Entities of one kind by id. */
record StoredEntities<E>(BySubject<E> entities, E unknown) implements Entities<E> {
    StoredEntities(ByteStore store, Codec<E> codec, E unknown) {
        this(new BySubject<>(store, codec), unknown);
    }

    @Override
    public E get(String id) {
        return entities.get(id).orElse(unknown);
    }

    @Override
    public void put(String id, E entity) {
        entities.put(id, entity);
    }
}
