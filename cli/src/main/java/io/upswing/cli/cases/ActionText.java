package io.upswing.cli.cases;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Something to do as people write it: {@code training:r7:2017-10-15}, the kind, who does it, and the last day. */
public record ActionText(String kind, String owner, LocalDate due) {
    private static final int PARTS = 3;

    /** Reads one; empty if it is none. */
    public static Optional<ActionText> parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != PARTS || parts[0].isBlank() || parts[1].isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ActionText(parts[0], parts[1], LocalDate.parse(parts[2])));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Its id in a plan, as the so-manieth of its kind. */
    public String idAmong(int count) {
        return count == 1 ? kind : kind + "-" + count;
    }

    /** The action for the API. */
    public ObjectNode toJson(String id) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("kind", kind)
                .put("owner", owner)
                .put("due", due.toString());
    }
}
