package io.upswing.app.views;

import java.util.Optional;

/** What subjects are called. Names are joined when something is read, and kept nowhere else: so erasing one is enough. */
public interface Names {
    /** The name, or empty if there is none, or it can't be read at the moment. */
    Optional<String> of(Subject subject);
}
