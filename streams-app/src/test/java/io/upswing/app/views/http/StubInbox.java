package io.upswing.app.views.http;

import io.upswing.app.views.Inbox;
import io.upswing.schemas.CommandEvent;
import io.upswing.schemas.Note;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what is handed in. */
final class StubInbox implements Inbox {
    static final Instant NOW = Instant.parse("2017-06-01T08:00:00Z");

    final Map<String, Note> notes = new TreeMap<>();
    final List<CommandEvent> commands = new ArrayList<>();
    final List<String> reps = new ArrayList<>();

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public void keep(String id, Note note) {
        notes.put(id, note);
    }

    @Override
    public void send(String rep, CommandEvent command) {
        reps.add(rep);
        commands.add(command);
    }
}
