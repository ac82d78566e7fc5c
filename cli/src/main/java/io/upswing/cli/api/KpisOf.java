package io.upswing.cli.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The KPIs of a rep, team, region or the company in one window.
 *
 * @param id opaque
 * @param name empty if nobody has said it, or it was erased
 * @param team of a rep on the day
 * @param day the window's last day
 * @param values by the id of the KPI; absent where there is no data
 */
public record KpisOf(
        String level,
        String id,
        Optional<String> name,
        Optional<Unit> team,
        LocalDate day,
        String window,
        Map<String, BigDecimal> values) {
    /** A team or region. */
    public record Unit(String id, Optional<String> name) {}

    /** Copies the values. */
    public KpisOf {
        values = Map.copyOf(values);
    }

    /** What people call it. */
    public String title() {
        return name.orElse(id);
    }

    /** The value of a KPI, or empty where there is no data. */
    public Optional<BigDecimal> value(String kpi) {
        return Optional.ofNullable(values.get(kpi));
    }
}
