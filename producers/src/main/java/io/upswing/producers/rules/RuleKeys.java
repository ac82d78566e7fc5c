package io.upswing.producers.rules;

import io.upswing.core.kpi.Kpi;
import io.upswing.schemas.RuleChange;
import io.upswing.schemas.RuleCoverage;
import io.upswing.schemas.RuleEvent;
import io.upswing.schemas.RuleLimit;
import io.upswing.schemas.RuleNoActivity;
import io.upswing.schemas.RulePeriod;
import io.upswing.schemas.RuleQuotaPace;
import io.upswing.schemas.RuleScope;
import io.upswing.schemas.RuleStaleDeals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A published rule for people: by the keys and in the units in which files say it. */
public final class RuleKeys {
    private static final String NONE = "(none)";

    private final Units units;

    /** With the units of an organization. */
    public RuleKeys(Units units) {
        this.units = units;
    }

    /** What a rule measures: {@code floor}. */
    public static String form(RuleEvent event) {
        return switch (event.getForm()) {
            case RuleLimit limit -> limit.getSide().name().toLowerCase(Locale.ROOT);
            case RuleChange change -> "change";
            case RuleQuotaPace pace -> "quota-pace";
            case RuleCoverage coverage -> "pipeline-coverage";
            case RuleNoActivity noActivity -> "no-activity";
            case RuleStaleDeals stale -> "stale-deals";
            default -> "unknown";
        };
    }

    /** The form's keys in one line: {@code kpi revenue, window 30d, limit 20000}. */
    public String limits(RuleEvent event) {
        return formKeys(event).entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** All keys with their values, in the order of a file; without version and date. */
    public Map<String, String> all(RuleEvent event) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("title", event.getTitle());
        keys.put("because", event.getBecause());
        keys.put("severity", event.getSeverity().name().toLowerCase(Locale.ROOT));
        keys.put("for", Integer.toString(event.getRaiseDays()));
        keys.put("clear-for", Integer.toString(event.getClearDays()));
        keys.put("escalate-after", orNone(event.getEscalateAfterDays()));
        formKeys(event).forEach((key, value) -> keys.put(form(event) + "." + key, value));
        RuleScope scope = event.getScope();
        keys.put("applies-to.teams", names(scope.getTeams()));
        keys.put("applies-to.regions", names(scope.getRegions()));
        keys.put("applies-to.roles", names(scope.getRoles()));
        keys.put("applies-to.ramp-days", Integer.toString(scope.getRampDays()));
        keys.put("applies-to.condition", orNone(scope.getCondition()));
        return Collections.unmodifiableMap(keys);
    }

    /** What differs between two versions: {@code floor.limit: 20000 → 22000}. */
    public List<String> differences(RuleEvent before, RuleEvent after) {
        Map<String, String> old = all(before);
        Map<String, String> now = all(after);
        Set<String> keys = new LinkedHashSet<>(old.keySet());
        keys.addAll(now.keySet());
        List<String> differences = new ArrayList<>();
        for (String key : keys) {
            String was = old.getOrDefault(key, NONE);
            String is = now.getOrDefault(key, NONE);
            if (!was.equals(is)) {
                differences.add(key + ": " + was + " → " + is);
            }
        }
        return List.copyOf(differences);
    }

    private Map<String, String> formKeys(RuleEvent event) {
        Map<String, String> keys = new LinkedHashMap<>();
        switch (event.getForm()) {
            case RuleLimit limit -> {
                keys.put("kpi", limit.getKpi());
                keys.put("window", limit.getWindow());
                keys.put("limit", whole(limit.getKpi(), limit.getLimit()));
                keys.put("clear", whole(limit.getKpi(), limit.getClear()));
                keys.put("minimum-sample", Long.toString(limit.getMinimumSample()));
            }
            case RuleChange change -> {
                keys.put("kpi", change.getKpi());
                keys.put("window", change.getWindowDays() + "d");
                keys.put("by", change.getBy());
                keys.put("clear", change.getClear());
                keys.put("minimum-sample", Long.toString(change.getMinimumSample()));
            }
            case RuleQuotaPace pace -> {
                keys.put("period", period(pace.getPeriod()));
                keys.put("share", pace.getShare());
                keys.put("raise", pace.getRaise());
                keys.put("clear", pace.getClear());
                keys.put("minimum-sample", Long.toString(pace.getMinimumSample()));
            }
            case RuleCoverage coverage -> {
                keys.put("period", period(coverage.getPeriod()));
                keys.put("limit", coverage.getLimit());
                keys.put("clear", coverage.getClear());
                keys.put("not-in-last-days", Integer.toString(coverage.getLastDays()));
            }
            case RuleNoActivity noActivity -> keys.put("working-days", Integer.toString(noActivity.getWorkingDays()));
            case RuleStaleDeals stale -> {
                keys.put("count", Integer.toString(stale.getCount()));
                keys.put("share", stale.getShare());
                keys.put("clear", stale.getClear());
            }
            default -> keys.put("form", "written by a newer Upswing");
        }
        return keys;
    }

    /** Money, which is published in minor units, in whole ones. */
    private String whole(String kpi, String value) {
        boolean isMoney =
                Kpi.byId(kpi).filter(known -> known.unit() == Kpi.Unit.MONEY).isPresent();
        return isMoney ? Decimals.text(Decimals.parse(value).movePointLeft(units.minorDigits())) : value;
    }

    private static String period(RulePeriod period) {
        return period.name().toLowerCase(Locale.ROOT);
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? "(all)" : String.join(", ", names);
    }

    private static String orNone(@Nullable Object value) {
        return value == null ? NONE : value.toString();
    }
}
