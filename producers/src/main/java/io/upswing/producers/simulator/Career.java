package io.upswing.producers.simulator;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A rep's time with the company, as it truly was.
 *
 * @param left      the first day on which the rep is gone
 * @param postings  by day; the first begins on the day hired
 * @param absences  in no order; they may overlap
 */
record Career(
        String rep,
        LocalDate hired,
        Optional<LocalDate> left,
        List<Posting> postings,
        List<Absence> absences,
        Talent talent) {
    private static final int RAMP_DAYS = 120;
    private static final double RAMP_START = 0.25;

    /** A team and region from a day on. */
    record Posting(LocalDate from, String team, String region) {}

    /**
     * A time away.
     *
     * @param told when HR is told
     * @param ends when HR is told of the last day; empty: with the first
     */
    record Absence(LocalDate from, LocalDate to, LocalDate told, Optional<LocalDate> ends, Ingredient kind) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /**
     * What tells one rep from another.
     *
     * @param diligence of the deals and activities of an average rep
     * @param winRate   of deals
     * @param dealSize  the median amount, in whole units of the currency
     */
    record Talent(double diligence, double winRate, double dealSize) {}

    boolean isEmployed(LocalDate day) {
        return !day.isBefore(hired) && left.map(day::isBefore).orElse(true);
    }

    boolean isAway(LocalDate day) {
        return absences.stream().anyMatch(absence -> absence.covers(day));
    }

    /** The team on a day on which the rep is employed. */
    String team(LocalDate day) {
        Posting posting = postings.getFirst();
        for (Posting next : postings) {
            if (!next.from().isAfter(day)) {
                posting = next;
            }
        }
        return posting.team();
    }

    /** How much the rep does on a day, beside an average rep on an average working day. */
    double effort(LocalDate day) {
        return isEmployed(day) && !isAway(day) ? talent.diligence() * ramp(day) * Rhythm.of(day) : 0;
    }

    /** New hires begin slowly. */
    private double ramp(LocalDate day) {
        double done = (double) ChronoUnit.DAYS.between(hired, day) / RAMP_DAYS;
        return Math.min(1, RAMP_START + (1 - RAMP_START) * done);
    }

    /** The first day from one on, on which the rep works; after a leaver's last day any working day. */
    LocalDate workday(LocalDate from) {
        LocalDate day = from;
        while (Rhythm.isWeekend(day) || (isEmployed(day) && isAway(day))) {
            day = day.plusDays(1);
        }
        return day;
    }
}
