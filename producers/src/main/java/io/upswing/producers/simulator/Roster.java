package io.upswing.producers.simulator;

import io.upswing.producers.simulator.Career.Absence;
import io.upswing.producers.simulator.Career.Posting;
import io.upswing.producers.simulator.Career.Talent;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** All careers, from the seed. Colleagues are found among the seed's reps only, never among those added on request. */
final class Roster {
    private static final int DAYS_PER_YEAR = 365;
    private static final int TRIES = 50;

    private final SimulationSettings settings;
    private final Draws.Seeds seeds;
    private final List<Career> careers;
    private final List<Career> steady;

    Roster(SimulationSettings settings) {
        this.settings = settings;
        seeds = new Draws.Seeds(settings.seed());
        careers =
                IntStream.rangeClosed(1, settings.reps()).mapToObj(this::career).toList();
        steady = IntStream.range(0, settings.steadyReps().size())
                .mapToObj(this::steady)
                .toList();
    }

    List<Career> careers() {
        return careers;
    }

    /** Those added on request, in the order of the settings. */
    List<Career> steady() {
        return steady;
    }

    /** A colleague employed on a day, of the same team if there is one; empty if the rep is alone. */
    Optional<Career> colleague(Career career, LocalDate day, Draws draws) {
        List<Career> team = careers.stream()
                .filter(other -> !other.rep().equals(career.rep()) && other.isEmployed(day))
                .filter(other -> other.team(day).equals(career.team(day)))
                .toList();
        if (!team.isEmpty()) {
            return Optional.of(draws.pick(team));
        }
        for (int i = 0; i < TRIES; i++) {
            Career other = draws.pick(careers);
            if (!other.rep().equals(career.rep()) && other.isEmployed(day)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private Career steady(int index) {
        SteadyRep steady = settings.steadyReps().get(index);
        LocalDate hired = settings.firstDay().minusYears(2);
        return new Career(
                steady.rep(),
                hired,
                Optional.empty(),
                List.of(posting(hired, index % settings.teams() + 1)),
                List.of(),
                new Talent(1, 0.5, steady.medianAmount()));
    }

    private Career career(int number) {
        String rep = SimulationSettings.repId(number);
        LocalDate hired = hired(rep);
        Optional<LocalDate> left = left(rep, hired);
        return new Career(
                rep, hired, left, postings(rep, number, hired, left), absences(rep, hired, left), talent(rep));
    }

    private LocalDate hired(String rep) {
        Draws draws = seeds.of("hired", rep);
        boolean during = draws.chance(settings.share(Ingredient.HIRES));
        double when = draws.uniform();
        return during
                ? settings.firstDay().plusDays((long) (when * settings.days() * 0.8))
                : settings.firstDay().minusDays(200 + (long) (when * 2_000));
    }

    private Optional<LocalDate> left(String rep, LocalDate hired) {
        Draws draws = seeds.of("left", rep);
        boolean leaves = draws.chance(settings.share(Ingredient.LEAVERS));
        LocalDate left = settings.firstDay().plusDays((long) (settings.days() * (0.15 + 0.8 * draws.uniform())));
        return leaves && ChronoUnit.DAYS.between(hired, left) > 60 ? Optional.of(left) : Optional.empty();
    }

    private List<Posting> postings(String rep, int number, LocalDate hired, Optional<LocalDate> left) {
        Draws draws = seeds.of("moves", rep);
        List<Posting> postings = new ArrayList<>();
        int team = (number - 1) % settings.teams() + 1;
        postings.add(posting(hired, team));
        for (LocalDate day : daysOf(draws, settings.share(Ingredient.MOVES), 0)) {
            int next = draws.between(1, settings.teams());
            boolean before = day.isBefore(hired.plusDays(30));
            if (!before && left.map(day::isBefore).orElse(true) && next != team) {
                postings.add(posting(day, next));
                team = next;
            }
        }
        return postings;
    }

    Posting posting(LocalDate from, int team) {
        return new Posting(
                from,
                SimulationSettings.teamId(team),
                SimulationSettings.regionId((team - 1) % settings.regions() + 1));
    }

    /** Days in order, so many per year on average, none twice. */
    List<LocalDate> daysOf(Draws draws, double perYear, int from) {
        int count = draws.poisson(perYear * settings.days() / DAYS_PER_YEAR);
        return IntStream.range(0, count)
                .mapToObj(i -> settings.firstDay().plusDays(draws.between(from, settings.days() - 1)))
                .distinct()
                .sorted()
                .toList();
    }

    private List<Absence> absences(String rep, LocalDate hired, Optional<LocalDate> left) {
        List<Absence> absences = new ArrayList<>(holidays(rep));
        absences.addAll(sickness(rep));
        absences.removeIf(absence -> absence.from().isBefore(hired)
                || left.map(day -> !absence.to().isBefore(day)).orElse(false));
        absences.sort(Comparator.comparing(Absence::told));
        return absences;
    }

    /** Three times a year, mostly in summer and at the end of the year. */
    private List<Absence> holidays(String rep) {
        Draws draws = seeds.of("holidays", rep);
        List<Absence> holidays = new ArrayList<>();
        for (int year = settings.firstDay().getYear();
                year <= settings.lastDay().getYear();
                year++) {
            for (LocalDate around :
                    List.of(LocalDate.of(year, 3, 20), LocalDate.of(year, 7, 25), LocalDate.of(year, 12, 24))) {
                LocalDate from = around.plusDays(draws.between(-25, 25));
                LocalDate to = from.plusDays(draws.between(3, around.getMonthValue() == 7 ? 20 : 9));
                LocalDate told = from.minusDays(draws.between(10, 60));
                if (draws.chance(settings.share(Ingredient.LEAVE)) && !told.isBefore(settings.firstDay())) {
                    holidays.add(new Absence(from, to, told, Optional.empty(), Ingredient.LEAVE));
                }
            }
        }
        return holidays;
    }

    private List<Absence> sickness(String rep) {
        Draws draws = seeds.of("sickness", rep);
        List<Absence> sickness = new ArrayList<>();
        for (LocalDate from : daysOf(draws, 2 * settings.share(Ingredient.SICK_LEAVE), 0)) {
            LocalDate to = from.plusDays((long) Math.min(60, draws.logNormal(2, 0.8)));
            boolean atOnce = draws.chance(0.6);
            sickness.add(new Absence(
                    from,
                    to,
                    atOnce ? from : to.plusDays(draws.between(1, 5)),
                    atOnce ? Optional.of(to.plusDays(1)) : Optional.empty(),
                    Ingredient.SICK_LEAVE));
        }
        return sickness;
    }

    private Talent talent(String rep) {
        Draws draws = seeds.of("talent", rep);
        return new Talent(
                draws.logNormal(1, 0.35),
                Math.clamp(0.32 + 0.07 * draws.normal(), 0.1, 0.7),
                draws.logNormal(8_000, 0.4));
    }
}
