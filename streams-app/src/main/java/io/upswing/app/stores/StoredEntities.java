package io.upswing.app.stores;

import io.upswing.core.entity.Entities;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    public List<Entry<E>> after(Optional<String> id, int limit) {
        List<Entry<E>> page = new ArrayList<>();
        // One more, since the range begins with the id itself, which may be there or not.
        entities.table().first(id.map(Keys::subject), limit + 1, (key, entity) -> {
            String found = Keys.subjectAt(key, 0);
            if (!Optional.of(found).equals(id) && page.size() < limit) {
                page.add(new Entry<>(found, entity));
            }
        });
        return page;
    }

    @Override
    public void put(String id, E entity) {
        entities.put(id, entity);
    }
}
