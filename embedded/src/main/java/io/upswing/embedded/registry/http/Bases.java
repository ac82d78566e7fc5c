package io.upswing.embedded.registry.http;

import java.util.List;

/** Where the API lies: at the root, and once more under each context. */
final class Bases {
    static final List<String> ALL = List.of("", "/contexts/{context}");

    private Bases() {}
}
