package io.upswing.core.command;

import java.util.List;

/** What becomes of a command. */
public sealed interface Decision<E extends Happened> {
    /** Carried out: what has happened; empty if it was so already. */
    record Accepted<E extends Happened>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** Not carried out. */
    record Rejected<E extends Happened>(Rejection rejection) implements Decision<E> {}

    /** One thing has happened. */
    static <E extends Happened> Decision<E> accept(E event) {
        return new Accepted<>(List.of(event));
    }

    /** Says no. */
    static <E extends Happened> Decision<E> reject(Rejection.Rule rule, String detail, String instead) {
        return new Rejected<>(new Rejection(rule, detail, instead));
    }
}
