package io.upswing.app.views;

import java.util.Optional;

/** What people wrote. Notes are joined when something is read, and kept nowhere else: so erasing one is enough. */
public interface Notes {
    /** The text of a note, or empty if there is none, or it can't be read at the moment. */
    Optional<String> text(String id);
}
