package io.upswing.app.views;

import io.upswing.schemas.CommandEvent;
import io.upswing.schemas.Note;
import java.time.Instant;

/** Where commands are handed in. All throw {@link UnavailableException} while they can't be taken. */
public interface Inbox {
    /** The broker's time: when a command occurs whose sender does not say. */
    Instant now();

    /** Keeps a note; returns when it is kept. The same id replaces it. */
    void keep(String id, Note note);

    /** Hands a command in; returns when it is kept. */
    void send(String rep, CommandEvent command);
}
