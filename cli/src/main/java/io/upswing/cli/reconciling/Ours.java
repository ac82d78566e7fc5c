package io.upswing.cli.reconciling;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.cli.api.ApiClient;
import io.upswing.core.entity.CreditPolicy;
import io.upswing.core.entity.DealState.Share;
import io.upswing.core.entity.Place;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;
import io.upswing.core.time.Days;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the app has: its KPIs by rep, and the entities behind them.
 *
 * @param names   of reps, where there are any
 * @param kpis    by rep and KPI; none where there is no data
 * @param deals   by id
 * @param activities by id
 */
record Ours(
        Period period,
        CreditPolicy credit,
        int staleAfterDays,
        Map<String, String> names,
        SortedMap<String, Map<String, BigDecimal>> kpis,
        Map<String, Entity> deals,
        Map<String, Entity> activities) {
    /**
     * Asks the app.
     *
     * @param window a window that the app keeps
     * @param day    its last day; the open day if empty
     */
    static Ours ask(ApiClient api, String window, Optional<String> day) {
        Map<String, String> query = new HashMap<>(Map.of("window", window));
        day.ifPresent(last -> query.put("day", last));
        JsonNode answer = api.json("/api/v1/kpis/rep", query);
        Map<String, String> names = new HashMap<>();
        SortedMap<String, Map<String, BigDecimal>> kpis = new TreeMap<>();
        Optional<Period> period = Optional.empty();
        for (JsonNode subject : answer.path("subjects")) {
            String rep = subject.path("id").asText();
            Optional.ofNullable(subject.path("name").textValue()).ifPresent(name -> names.put(rep, name));
            for (JsonNode of : subject.path("windows")) {
                period = Optional.of(new Period(
                        Days.of(of.path("from").asText()), Days.of(of.path("to").asText())));
                kpis.put(rep, values(of.path("kpis")));
            }
        }
        Map<String, Entity> deals = new HashMap<>();
        Terms terms = pages(api, "deal", deals);
        Map<String, Entity> activities = new HashMap<>();
        pages(api, "activity", activities);
        return new Ours(
                period.orElseThrow(
                        () -> new IllegalStateException("the app knows no rep yet: there is nothing to compare")),
                CreditPolicy.valueOf(terms.credit().toUpperCase(Locale.ROOT)),
                terms.staleAfterDays(),
                names,
                kpis,
                deals,
                activities);
    }

    private static Map<String, BigDecimal> values(JsonNode kpis) {
        Map<String, BigDecimal> values = new HashMap<>();
        kpis.properties().forEach(kpi -> {
            JsonNode value = kpi.getValue().path("value");
            if (value.isNumber()) {
                values.put(kpi.getKey(), value.decimalValue());
            }
        });
        return values;
    }

    /** How the app computes facts. */
    private record Terms(String credit, int staleAfterDays) {}

    /** Reads all pages; returns how facts are computed. */
    private static Terms pages(ApiClient api, String kind, Map<String, Entity> into) {
        Terms terms = new Terms("", 0);
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            Map<String, String> query = next.get().isEmpty() ? Map.of() : Map.of("after", next.get());
            JsonNode page = api.json("/api/v1/entities/" + kind, query);
            terms = new Terms(
                    page.path("credit_after_close").asText(),
                    page.path("stale_after_days").asInt());
            page.path("entities").forEach(row -> into.put(row.path("id").asText(), entity(kind, row)));
            next = Optional.ofNullable(page.path("next").textValue());
        }
        return terms;
    }

    private static Entity entity(String kind, JsonNode row) {
        List<Share> credited = new ArrayList<>();
        row.path("credited")
                .forEach(share -> credited.add(new Share(
                        share.path("rep").asText(), share.path("basis_points").asInt())));
        SortedMap<Place, Sums> facts = new TreeMap<>();
        row.path("facts")
                .forEach(fact -> facts.put(
                        new Place(
                                fact.path("rep").asText(),
                                Days.of(fact.path("day").asText())),
                        sums(fact.path("measures"))));
        return new Entity(
                kind,
                row.path("id").asText(),
                row.path("source").asText(),
                row.path("status").asText(),
                Optional.ofNullable(row.path("owner").textValue()),
                credited,
                facts);
    }

    private static Sums sums(JsonNode measures) {
        Sums.Builder sums = new Sums.Builder();
        measures.forEach(entry -> sums.add(
                Measure.valueOf(entry.path("measure").asText().toUpperCase(Locale.ROOT))
                        .key(entry.path("bucket").asInt(0)),
                entry.path("amount").longValue()));
        return sums.build();
    }
}
