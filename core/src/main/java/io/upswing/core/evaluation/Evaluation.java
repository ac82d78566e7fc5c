package io.upswing.core.evaluation;

import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.Window;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.time.WorkingCalendar;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a rule or a plan may look at when a closed day D is evaluated for a rep: own panes, the market and org data, all as
 * known at the close of D. Valid only during the evaluation.
 */
public interface Evaluation {
    String rep();

    /** D, the closed day that is evaluated. */
    int day();

    /** Whether the rep is evaluated: HR has told of it by the close of D, or it has facts. */
    boolean isEvaluated();

    /** The first event date of which panes are kept. */
    int firstDay();

    /** The rep's team, region, hire date and leaves on a day. */
    Optional<Assignment> assignment(int on);

    /** Whether the rep is on leave on a day. */
    default boolean isAway(int on) {
        return assignment(on).map(here -> here.isAway(on)).orElse(false);
    }

    /** The units to which the rep belongs on D, the company included. */
    List<OrgUnit> units();

    /** The rep's own pane of a day up to D. */
    Sums own(int on);

    /** The rep's own balances at the close of D. */
    Sums ownBalance();

    /** The rep's own balances at the close of a day up to D. Cost: the panes since. */
    Sums ownBalance(int on);

    /** The rep's own flows of the days from one to another, both included, also of days after D: what is dated ahead. */
    Sums ownFlows(int from, int to);

    /** The first day of those that are kept, and up to D, on which anything happened; empty if nothing did. */
    OptionalInt firstFlow();

    /**
     * The sums of a window that ends on a day up to D, as KPIs are made of. Cost: little for a configured window on D, else
     * the panes of the window.
     */
    Sums window(Window window, int last);

    /** The sums of a fixed period up to a day up to D, as KPIs are made of; the day may lie before the period. */
    default Sums period(int from, int to, int day) {
        int last = Math.min(day, to);
        Sums flows = from > last ? Sums.ZERO : ownFlows(from, last);
        return WindowSettings.ofPeriod(from, to, last, flows, ownBalance(last), lastActive(last), calendar());
    }

    /** The windows that are configured. */
    List<Window> windows();

    /** The last day up to a day on which the rep had an activity; empty if there is none in the days that are kept. */
    OptionalInt lastActive(int upTo);

    /** What a unit did on a day up to D without the rep: the unit's pane less the rep's, if the rep was in it that day. */
    Sums market(OrgUnit unit, int on);

    /** A unit's flows of the days from one to another without the rep's. Cost: the panes of both. */
    Sums marketFlows(OrgUnit unit, int from, int to);

    /** A unit's balances at the close of D without the rep's, if the rep is in it on D. */
    Sums marketBalance(OrgUnit unit);

    /** What was recorded on D of earlier days, by entity, ascending. */
    List<Correction> corrections();

    /** Whether something was recorded on D that changes what was known of days before D. */
    boolean isPastChanged();

    /** The working week, holidays and fiscal year. */
    WorkingCalendar calendar();
}
