package io.upswing.cli.cases;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A goal as people write it: {@code revenue:30d:+20%}, {@code revenue:2017-10-01..2017-12-31:=60000}.
 *
 * @param timeframe a window's id, or two days
 * @param value     to be reached; else, empty, a change
 * @param change    from the baseline, as a share
 */
public record GoalText(String kpi, String timeframe, Optional<BigDecimal> value, Optional<BigDecimal> change) {
    private static final Pattern FORM =
            Pattern.compile("([a-z0-9_]+):([^:]+):(?:=(-?[0-9]+(?:\\.[0-9]+)?)|([+-][0-9]+(?:\\.[0-9]+)?)%)");
    private static final String PERIOD = "..";

    /** Reads one; empty if it is none. */
    public static Optional<GoalText> parse(String text) {
        Matcher goal = FORM.matcher(text);
        return goal.matches() && isTimeframe(goal.group(2))
                ? Optional.of(new GoalText(
                        goal.group(1),
                        goal.group(2),
                        Optional.ofNullable(goal.group(3)).map(BigDecimal::new),
                        Optional.ofNullable(goal.group(4))
                                .map(BigDecimal::new)
                                .map(percent -> percent.movePointLeft(2))))
                : Optional.empty();
    }

    private static boolean isTimeframe(String text) {
        int dots = text.indexOf(PERIOD);
        return dots < 0 || (isDay(text.substring(0, dots)) && isDay(text.substring(dots + PERIOD.length())));
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The goal for the API. */
    ObjectNode toJson(String id, KpiUnits units) {
        ObjectNode goal = JsonNodeFactory.instance.objectNode().put("id", id).put("kpi", kpi);
        ObjectNode frame = goal.putObject("timeframe");
        int dots = timeframe.indexOf(PERIOD);
        if (dots < 0) {
            frame.put("window", timeframe);
        } else {
            frame.put("from", timeframe.substring(0, dots)).put("to", timeframe.substring(dots + PERIOD.length()));
        }
        ObjectNode target = goal.putObject("target");
        value.ifPresent(number -> target.put("value", units.toApi(kpi, number).toPlainString()));
        change.ifPresent(share -> target.put("share", share.toPlainString()));
        goal.putArray("path");
        return goal;
    }
}
