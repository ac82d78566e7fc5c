package io.upswing.core.issues;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything about one rep under one rule. Immutable.
 *
 * @param events of the issue that there is, or was last; in order
 */
public record Track(Watch watch, List<IssueEvent> events) {
    /** Nothing seen yet. */
    public static final Track NEW = new Track(Watch.NEW, List.of());

    public Track {
        events = List.copyOf(events);
    }

    /** The issue, open or ended. */
    public Optional<Issue> issue() {
        return Issue.of(events);
    }

    /** The open issue. */
    public Optional<Issue> open() {
        return issue().filter(issue -> issue.status().isOpen());
    }

    /** After a dismissal: it may not be raised again until it was clear. */
    public Track dismissed() {
        return with(watch.ended(false));
    }

    Track with(Watch changed) {
        return new Track(changed, events);
    }

    /** With one more event; an issue that is new leaves the one before behind. */
    public Track plus(IssueEvent event) {
        List<IssueEvent> more = new ArrayList<>(event.type() == IssueEvent.Type.RAISED ? List.of() : events);
        more.add(event);
        return new Track(watch, more);
    }
}
