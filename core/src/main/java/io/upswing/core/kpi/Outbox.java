package io.upswing.core.kpi;

import java.util.List;

/**
 * What has changed and waits to be sent: at most one message per subject and emit interval, and always the last. It is
 * stored, so that a crash loses none.
 */
public interface Outbox {
    /** A subject whose KPIs changed. */
    void subject(String subject);

    /** A pane that changed. */
    void pane(String subject, int day);

    /** A changed pane. */
    record Pane(String subject, int day) {}

    /** Removes and returns the subjects. */
    List<String> takeSubjects();

    /** Removes and returns the panes. */
    List<Pane> takePanes();
}
