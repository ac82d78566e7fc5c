package io.upswing.core.issues;

import io.upswing.core.kpi.Kpi;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an issue rests on: as the rule saw it, as known at the close of the window's last day.
 *
 * @param metric    a KPI's id, or what else the form measures
 * @param from      the window's first day
 * @param to        the window's last day
 * @param value     in the metric's unit; money in minor units
 * @param threshold likewise
 * @param sample    how many observations stand behind the value
 * @param probability of the issue being real, where the form states one; 0 to 1
 * @param market    the company's value of the same metric and window without the rep; empty: no data
 * @param figures   further numbers that the form used, by name
 * @param movers    the days that moved the value most, the strongest first
 * @param sentence  for a person, with the numbers in it
 */
public record Evidence(
        String metric,
        int from,
        int to,
        double value,
        double threshold,
        long sample,
        OptionalDouble probability,
        OptionalDouble market,
        SortedMap<String, Double> figures,
        List<Mover> movers,
        String sentence) {
    public Evidence {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        movers = List.copyOf(movers);
    }

    /**
     * A day that moved the value.
     *
     * @param measure what was added up that day
     * @param amount  how much of it
     */
    public record Mover(int day, String measure, long amount) {}

    Evidence withMarket(OptionalDouble seen, List<Mover> most) {
        return new Evidence(metric, from, to, value, threshold, sample, probability, seen, figures, most, sentence);
    }

    Evidence saying(String words) {
        return new Evidence(metric, from, to, value, threshold, sample, probability, market, figures, movers, words);
    }

    /** Evidence without a market, movers or probability. */
    static Evidence of(
            String metric,
            int from,
            int to,
            double value,
            double threshold,
            long sample,
            SortedMap<String, Double> figures,
            String sentence) {
        return new Evidence(
                metric,
                from,
                to,
                value,
                threshold,
                sample,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                figures,
                List.of(),
                sentence);
    }

    Evidence withProbability(double p) {
        return new Evidence(
                metric, from, to, value, threshold, sample, OptionalDouble.of(p), market, figures, movers, sentence);
    }

    /** The KPI that it is about, if it is one. */
    public Optional<Kpi> kpi() {
        return Kpi.byId(metric);
    }
}
