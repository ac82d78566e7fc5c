package io.upswing.core.issues;

import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.issues.Reading.Verdict;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;
import io.upswing.core.time.Days;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The share of the open deals that are stale: open for longer than the organization's configured number of days.
 *
 * @param count at least so many stale deals
 * @param share and at least this share of the open ones is a breach
 * @param clear under this share it is all right again; at most {@code share}
 */
public record StaleDeals(int count, double share, double clear) implements Form {
    public StaleDeals {
        if (count < 1 || !(share > 0 && share <= 1 && clear >= 0 && clear <= share)) {
            throw new IllegalArgumentException("count is 1 or more, share and clear shares of 1, clear at most share");
        }
    }

    @Override
    public String id() {
        return "stale-deals";
    }

    @Override
    public Optional<Kpi> kpi() {
        return Optional.of(Kpi.STALE_SHARE);
    }

    @Override
    public Reading read(Evaluation evaluation, int day, Wording wording) {
        Sums balance = evaluation.ownBalance(day);
        long open = balance.get(Measure.OPEN_DEALS);
        long stale = balance.get(Measure.STALE_DEALS);
        double part = open > 0 ? (double) stale / open : 0;
        Verdict verdict = stale >= count && part >= share
                ? Verdict.BREACH
                : part < clear || stale < count ? Verdict.CLEAR : Verdict.BETWEEN;
        TreeMap<String, Double> figures = new TreeMap<>();
        figures.put("open", (double) open);
        figures.put("stale", (double) stale);
        String sentence = stale + " of " + open + " open deals are stale on " + Days.text(day) + ": "
                + wording.percent(part) + ", the limit is " + wording.percent(share) + ".";
        return new Reading.Measured(
                verdict, Evidence.of(Kpi.STALE_SHARE.id(), day, day, part, share, open, figures, sentence));
    }
}
