package io.upswing.app.views;

import io.upswing.app.topology.Tasks;
import io.upswing.app.topology.Tasks.Progress;
import java.util.List;

/**
 * How far the stages are.
 *
 * @param tasks       by stage and partition
 * @param missing     tasks that no instance runs at the moment, or of which nothing was heard
 * @param unreachable instances that did not answer, and why
 */
public record DayReport(List<Progress> tasks, List<Tasks.Id> missing, List<String> unreachable) {
    public DayReport {
        tasks = List.copyOf(tasks);
        missing = List.copyOf(missing);
        unreachable = List.copyOf(unreachable);
    }
}
