package io.upswing.producers.simulator;

import io.upswing.producers.simulator.Career.Absence;
import io.upswing.producers.simulator.Career.Posting;
import io.upswing.schemas.Leave;
import io.upswing.schemas.Name;
import io.upswing.schemas.RepEvent;
import io.upswing.schemas.RepState;
import io.upswing.schemas.RepStateRetracted;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells of each rep's career: some of it ahead, some late, some wrong at first. */
final class HumanResources {
    private static final LocalTime OFFICE_HOUR = LocalTime.of(9, 0);

    private final SimulationSettings settings;
    private final Roster roster;
    private final Draws.Seeds seeds;
    private final Rhythm rhythm;
    private final Mailbag mail;

    /** Something that HR learns on a day. */
    private record News(LocalDate day, Fact fact, Set<Ingredient> ingredients) {}

    private sealed interface Fact {
        /** Where the rep stands from a day on; in no team: gone. */
        record Stands(LocalDate from, Optional<Posting> posting) implements Fact {}

        /** What was told for that day is wrong. */
        record Wrong(LocalDate from) implements Fact {}

        /** Leave, with or without its last day. */
        record Away(Absence absence, boolean ends) implements Fact {}
    }

    HumanResources(SimulationSettings settings, Roster roster, Rhythm rhythm, Mailbag mail) {
        this.settings = settings;
        this.roster = roster;
        this.seeds = new Draws.Seeds(settings.seed());
        this.rhythm = rhythm;
        this.mail = mail;
    }

    /** Tells of a rep from the seed. */
    void tell(Career career) {
        List<News> news = new ArrayList<>();
        boolean isNew = !career.hired().isBefore(settings.firstDay());
        news.add(hired(career, isNew));
        career.postings().stream().skip(1).forEach(posting -> moves(career.rep(), posting, news));
        wrongMoves(career, news);
        career.left()
                .ifPresent(day -> news.add(new News(
                        day.minusDays(10), new Fact.Stands(day, Optional.empty()), EnumSet.of(Ingredient.LEAVERS))));
        career.absences().forEach(absence -> away(absence, news));
        boolean versioned = !seeds.of("versions", career.rep()).chance(settings.share(Ingredient.UNVERSIONED));
        tell(career, news, versioned);
    }

    /** Tells of a rep added on request, all on the first day. */
    void tellOfSteady(Career career) {
        Posting only = career.postings().getFirst();
        tell(
                career,
                List.of(new News(settings.firstDay(), new Fact.Stands(only.from(), Optional.of(only)), Set.of())),
                true);
    }

    private News hired(Career career, boolean isNew) {
        Draws draws = seeds.of("hire told", career.rep());
        boolean late = isNew && draws.chance(settings.share(Ingredient.LATE_HIRES));
        LocalDate told = late
                ? career.hired().plusDays(draws.between(2, 12))
                : career.hired().minusDays(7);
        Posting first = career.postings().getFirst();
        Set<Ingredient> of = EnumSet.noneOf(Ingredient.class);
        if (isNew) {
            of.add(Ingredient.HIRES);
        }
        if (late) {
            of.add(Ingredient.LATE_HIRES);
        }
        return new News(told, new Fact.Stands(first.from(), Optional.of(first)), of);
    }

    private void moves(String rep, Posting posting, List<News> news) {
        Draws draws = seeds.of("move told", rep + posting.from());
        boolean late = draws.chance(settings.share(Ingredient.LATE_MOVES));
        LocalDate told = posting.from().plusDays(late ? draws.between(2, 25) : -draws.between(3, 20));
        Set<Ingredient> of = EnumSet.of(Ingredient.MOVES);
        if (late) {
            of.add(Ingredient.LATE_MOVES);
        }
        int wrongTeam = draws.between(1, settings.teams());
        int correctedAfter = draws.between(1, 15);
        if (draws.chance(settings.share(Ingredient.CORRECTED_MOVES))) {
            of.add(Ingredient.CORRECTED_MOVES);
            news.add(new News(told, stands(roster.posting(posting.from(), wrongTeam)), of));
            told = told.plusDays(correctedAfter);
        }
        news.add(new News(told, stands(posting), of));
    }

    private static Fact stands(Posting posting) {
        return new Fact.Stands(posting.from(), Optional.of(posting));
    }

    /** A move that never was. */
    private void wrongMoves(Career career, List<News> news) {
        Draws draws = seeds.of("wrong moves", career.rep());
        for (LocalDate from : roster.daysOf(draws, settings.share(Ingredient.RETRACTED_MOVES), 0)) {
            Posting wrong = roster.posting(from, draws.between(1, settings.teams()));
            LocalDate told = from.plusDays(draws.between(-5, 5));
            LocalDate retracted = told.plusDays(draws.between(2, 15));
            boolean isFree = career.isEmployed(from)
                    && career.isEmployed(retracted)
                    && from.isAfter(career.hired().plusDays(20))
                    && career.postings().stream()
                            .noneMatch(posting -> posting.from().equals(from));
            if (isFree) {
                Set<Ingredient> of = EnumSet.of(Ingredient.RETRACTED_MOVES);
                news.add(new News(told, stands(wrong), of));
                news.add(new News(retracted, new Fact.Wrong(from), of));
            }
        }
    }

    private static void away(Absence absence, List<News> news) {
        Set<Ingredient> of = EnumSet.of(absence.kind());
        news.add(new News(absence.told(), new Fact.Away(absence, absence.ends().isEmpty()), of));
        absence.ends().ifPresent(day -> news.add(new News(day, new Fact.Away(absence, true), of)));
    }

    private void tell(Career career, List<News> news, boolean versioned) {
        Telling telling = new Telling(career, versioned);
        LocalDate first = news.getFirst().day();
        List<News> inOrder = new ArrayList<>(news);
        // Of a rep whom HR does not know yet, nothing else is told.
        inOrder.replaceAll(
                item -> item.day().isBefore(first) ? new News(first, item.fact(), item.ingredients()) : item);
        inOrder.sort(Comparator.comparing(News::day));
        inOrder.forEach(telling::tell);
        mail.post(
                atLeastFirst(first),
                new SimulatedRecord("rep:" + career.rep(), new Name("Rep " + career.rep()), Set.of()));
    }

    private LocalDate atLeastFirst(LocalDate day) {
        return day.isBefore(settings.firstDay()) ? settings.firstDay() : day;
    }

    /** Tells of teams and regions. */
    void tellNames() {
        for (int team = 1; team <= settings.teams(); team++) {
            name("team:" + SimulationSettings.teamId(team), "Team " + team);
        }
        for (int region = 1; region <= settings.regions(); region++) {
            name("region:" + SimulationSettings.regionId(region), "Region " + region);
        }
    }

    private void name(String key, String name) {
        mail.post(settings.firstDay(), new SimulatedRecord(key, new Name(name), Set.of()));
    }

    /** What HR has told of one rep so far. */
    private final class Telling {
        private final Career career;
        private final boolean versioned;
        private final TreeMap<LocalDate, Optional<Posting>> known = new TreeMap<>();
        private final TreeMap<LocalDate, Leave> leaves = new TreeMap<>();
        private long events;

        Telling(Career career, boolean versioned) {
            this.career = career;
            this.versioned = versioned;
        }

        void tell(News news) {
            switch (news.fact()) {
                case Fact.Stands(LocalDate from, Optional<Posting> posting) -> {
                    known.put(from, posting);
                    post(news, from, state(posting));
                }
                case Fact.Wrong(LocalDate from) -> {
                    known.remove(from);
                    post(news, from, new RepStateRetracted());
                }
                case Fact.Away(Absence absence, boolean ends) -> {
                    leaves.put(absence.from(), new Leave(absence.from(), ends ? absence.to() : null));
                    restate(news);
                }
            }
        }

        /** A state is whole: all that hold today, or will, are told again with the leave. */
        private void restate(News news) {
            LocalDate holding = known.floorKey(news.day());
            Map<LocalDate, Optional<Posting>> alive = holding == null ? known : known.tailMap(holding, true);
            alive.forEach((from, posting) -> post(news, from, state(posting)));
        }

        private RepState state(Optional<Posting> posting) {
            return new RepState(
                    posting.map(Posting::team).orElse(null),
                    posting.map(Posting::region).orElse(null),
                    career.hired(),
                    List.copyOf(leaves.values()),
                    null);
        }

        private void post(News news, LocalDate from, Object change) {
            events++;
            @Nullable Long version = versioned ? (Long) events : null;
            Set<Ingredient> of = EnumSet.noneOf(Ingredient.class);
            of.addAll(news.ingredients());
            if (!versioned) {
                of.add(Ingredient.UNVERSIONED);
            }
            RepEvent event = new RepEvent(
                    career.rep() + "." + events,
                    "hr",
                    version,
                    // In the order in which it is told, also where much is told on one day.
                    rhythm.at(news.day(), OFFICE_HOUR).plusSeconds(events),
                    from,
                    change);
            mail.post(atLeastFirst(news.day()), new SimulatedRecord(career.rep(), event, of));
        }
    }
}
