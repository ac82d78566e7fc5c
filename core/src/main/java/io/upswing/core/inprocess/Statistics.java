package io.upswing.core.inprocess;

/**
 * What a run went through: a test asserts that it reached what it is for.
 *
 * @param waited                       records that waited in a gate or in the changes of a later day
 * @param widestDrift                  in days, between the open days of two rep tasks at one moment
 * @param crashes                      of any task
 * @param crashesAfterUncommittedMarks of tasks that had read a watermark since their last commit
 * @param balancesMoved                sums that a team change sent to units and that held balances
 */
public record Statistics(
        long waited, int widestDrift, long crashes, long crashesAfterUncommittedMarks, long balancesMoved) {}
