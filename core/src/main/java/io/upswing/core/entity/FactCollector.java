package io.upswing.core.entity;

import io.upswing.core.entity.DealState.Share;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gives counts to the first credited rep, so that sums over reps stay right, and splits money by shares. */
final class FactCollector {
    private final List<Share> credit;
    private final Map<Place, Sums.Builder> facts = new TreeMap<>();

    FactCollector(List<Share> credit) {
        this.credit = credit;
    }

    void count(int day, Measure measure, long amount) {
        count(day, measure.key(), amount);
    }

    void count(int day, int key, long amount) {
        at(credit.getFirst().rep(), day).add(key, amount);
    }

    void money(int day, Measure measure, long amount) {
        Credit.split(amount, credit).forEach((rep, part) -> at(rep, day).add(measure, part));
    }

    /** Money with the squares of what each rep has of it. */
    void revenue(int day, long amount) {
        Credit.split(amount, credit).forEach((rep, part) -> {
            Sums.Builder place = at(rep, day);
            place.add(Measure.REVENUE, part);
            Measure.square(part, place::add);
        });
    }

    private Sums.Builder at(String rep, int day) {
        return facts.computeIfAbsent(new Place(rep, day), place -> new Sums.Builder());
    }

    SortedMap<Place, Sums> build() {
        SortedMap<Place, Sums> built = new TreeMap<>();
        facts.forEach((place, sums) -> built.put(place, sums.build()));
        return built;
    }
}
