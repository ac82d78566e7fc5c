package io.upswing.core.inprocess.history;

import io.upswing.core.entity.DealChange.Field;
import java.util.Optional;
import java.util.Random;

/** In which form a CRM tells of an entity. */
enum Form {
    /** Always all of it. */
    WHOLE,
    /** Only what changed, from the first change on. */
    PATCHES,
    /** Now this, now that; and patches say again what has not changed, or forget a part of what has. */
    MIXED;

    boolean isPatch(Random random) {
        return this == PATCHES || (this == MIXED && random.nextInt(3) != 0);
    }

    /** What a patch says of a field. */
    <T> Optional<Field<T>> field(T before, T now, Random random) {
        boolean isOdd = this == MIXED && random.nextInt(12) == 0;
        return before.equals(now) == isOdd ? Optional.of(new Field<>(now)) : Optional.empty();
    }
}
