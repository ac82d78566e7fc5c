package io.upswing.app.views;

import io.upswing.core.kpi.Snapshot;

/**
 * The KPIs of a subject on one day, as known now.
 *
 * @param placement in the organization on that day; {@link Placement#NONE} for units
 * @param openDay   the open day of the task that has the subject
 * @param snapshot  of those windows whose days are all kept
 */
public record SubjectKpis(Subject subject, Placement placement, int openDay, Snapshot snapshot) {
    /** Whether the day is closed; what the open day shows still moves. */
    public boolean closed() {
        return snapshot.day() < openDay;
    }
}
