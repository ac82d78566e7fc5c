package io.upswing.cli.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.cli.api.ApiClient;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/** Values as people write them, in whole units of the currency, and as plans have them, in minor ones. Asks the API for units. */
public final class KpiUnits {
    private final ApiClient api;
    private final String rep;
    private final Map<String, Integer> digits = new HashMap<>();

    /** @param rep whose KPIs are meant */
    public KpiUnits(ApiClient api, String rep) {
        this.api = api;
        this.rep = rep;
    }

    /** A value as the API takes it. */
    BigDecimal toApi(String kpi, BigDecimal value) {
        return value.movePointRight(digits.computeIfAbsent(kpi, this::asked));
    }

    private int asked(String kpi) {
        JsonNode trend = api.json("/api/v1/kpis/rep/" + ApiClient.encoded(rep) + "/trend", Map.of("kpi", kpi));
        return digits(trend.path("unit").asText(), trend.path("currency").asText());
    }

    /** How many decimals the unit of a KPI has as minor units. */
    static int digits(String unit, String currency) {
        return unit.equals("money") ? Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()) : 0;
    }
}
