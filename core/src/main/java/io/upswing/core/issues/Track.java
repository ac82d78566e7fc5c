package io.upswing.core.issues;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is kept of one rep under one rule. Immutable, and small enough for a record however long an issue lives: the topic of
 * events has everything.
 *
 * @param events of the issue that there is, or was last, in order: of its last episodes, of each the last correction only,
 *               and entities only of the last episode
 */
public record Track(Watch watch, List<IssueEvent> events) {
    /** Nothing seen yet. */
    public static final Track NEW = new Track(Watch.NEW, List.of());

    /** With all that is said of them, they fit into a record. */
    private static final int EPISODES = 5;

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
        List<IssueEvent> more = new ArrayList<>();
        for (IssueEvent before : events) {
            if (keeps(event, before)) {
                more.add(before.episode() == event.episode() ? before : before.withoutEntities());
            }
        }
        more.add(event);
        return new Track(watch, more);
    }

    private static boolean keeps(IssueEvent event, IssueEvent before) {
        return switch (event.type()) {
            case RAISED -> false;
            case CORRECTED -> before.type() != event.type() || before.episode() != event.episode();
            default -> before.episode() > event.episode() - EPISODES;
        };
    }

    /** The events of a type in the last episode. */
    Stream<IssueEvent> said(IssueEvent.Type type) {
        int episode = events.isEmpty() ? 0 : events.getLast().episode();
        return events.stream().filter(event -> event.type() == type && event.episode() == episode);
    }
}
