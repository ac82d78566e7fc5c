package io.upswing.embedded.registry;

import java.util.Arrays;
import java.util.Optional;

/** Constants of an enum by name, when the name comes from outside. */
final class Names {
    private Names() {}

    static <E extends Enum<E>> Optional<E> find(E[] values, String name) {
        return Arrays.stream(values).filter(v -> v.name().equals(name)).findFirst();
    }
}
