package io.upswing.core.issues;

import io.upswing.core.evaluation.Correction;
import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.issues.Reading.Verdict;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Measure;
import io.upswing.core.time.Days;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * No activity on so many working days in a row; days of leave are none. Clears with the first activity.
 *
 * @param workingDays 1 to 60
 */
public record NoActivity(int workingDays) implements Form {
    private static final int MOST = 60;

    public NoActivity {
        if (workingDays < 1 || workingDays > MOST) {
            throw new IllegalArgumentException("working-days is 1 to " + MOST + ", not " + workingDays);
        }
    }

    @Override
    public String id() {
        return "no-activity";
    }

    @Override
    public Optional<Kpi> kpi() {
        return Optional.of(Kpi.ACTIVITIES);
    }

    @Override
    public Reading read(Evaluation evaluation, int day, Wording wording) {
        OptionalInt last = evaluation.lastActive(day);
        if (last.isEmpty()) {
            return Reading.noData("no activity in all the days that are kept: no source");
        }
        int silent = 0;
        for (int on = last.getAsInt() + 1; on <= day; on++) {
            silent += evaluation.calendar().isWorkingDay(on) && !evaluation.isAway(on) ? 1 : 0;
        }
        Verdict verdict = silent >= workingDays ? Verdict.BREACH : silent == 0 ? Verdict.CLEAR : Verdict.BETWEEN;
        String sentence = "No activity on " + silent + " working days up to " + Days.text(day) + "; the last was on "
                + Days.text(last.getAsInt()) + ".";
        return new Reading.Measured(
                verdict,
                Evidence.of(
                        Kpi.WORKING_DAYS_SINCE_ACTIVITY.id(),
                        last.getAsInt(),
                        day,
                        silent,
                        workingDays,
                        1,
                        new TreeMap<>(),
                        sentence));
    }

    /** Where the last activity is no longer kept, nobody can say how long the silence was. */
    @Override
    public int looksFrom(Evaluation evaluation, int day) {
        return evaluation.lastActive(day).orElse(evaluation.firstDay() - 1);
    }

    /** Only from the last activity on: what lies before it is no matter. */
    @Override
    public boolean isMovedBy(Correction correction, Evaluation evaluation, int from, int to) {
        int last = evaluation.lastActive(from).orElse(evaluation.firstDay());
        return correction.moves(measure -> measure == Measure.ACTIVITIES, last, from, to);
    }
}
