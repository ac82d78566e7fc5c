package io.upswing.producers.simulator;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A sales organization, day by day. The same settings give the same records, in the same order, wherever they are made. Made
 * day by day: what it holds is the careers, the org and quota records to come, and what will be told of the deals that are
 * under way.
 */
public final class Simulation {
    private final SimulationSettings settings;

    public Simulation(SimulationSettings settings) {
        this.settings = settings;
    }

    public SimulationSettings settings() {
        return settings;
    }

    /** All days from the first to the last, made as they are asked for; each call begins anew. */
    public Stream<SimulatedDay> days() {
        return StreamSupport.stream(Spliterators.spliterator(new Run(settings), settings.days(), 0), false);
    }

    private static final class Run implements Iterator<SimulatedDay> {
        /** A rep works on so many deals, the latest. */
        private static final int WORKED_ON = 20;

        private final SimulationSettings settings;
        private final Roster roster;
        private final Mailbag mail;
        private final DealDesk deals;
        private final ActivityDesk activities;
        private final BadRecords bad;
        private final Map<String, Deque<String>> workedOn = new HashMap<>();
        private int number;

        Run(SimulationSettings settings) {
            this.settings = settings;
            Rhythm rhythm = new Rhythm(settings.zone());
            roster = new Roster(settings);
            mail = new Mailbag(settings.lastDay());
            Post post = new Post(settings, rhythm, mail);
            deals = new DealDesk(settings, roster, rhythm, post);
            activities = new ActivityDesk(settings, roster, rhythm, post);
            bad = new BadRecords(settings);
            tellOfReps(rhythm);
            planSteady();
        }

        private void tellOfReps(Rhythm rhythm) {
            HumanResources hr = new HumanResources(settings, roster, rhythm, mail);
            QuotaOffice quotas = new QuotaOffice(settings, rhythm, mail);
            hr.tellNames();
            roster.careers().forEach(hr::tell);
            roster.careers().forEach(career -> quotas.tell(career, false));
            roster.steady().forEach(hr::tellOfSteady);
            roster.steady().forEach(career -> quotas.tell(career, true));
        }

        private void planSteady() {
            for (int i = 0; i < roster.steady().size(); i++) {
                new SteadyDeals(settings, deals)
                        .plan(roster.steady().get(i), settings.steadyReps().get(i));
            }
        }

        @Override
        public boolean hasNext() {
            return number < settings.days();
        }

        @Override
        public SimulatedDay next() {
            LocalDate day = settings.firstDay().plusDays(number);
            number++;
            roster.careers().forEach(career -> work(career, day));
            for (int i = 0; i < roster.steady().size(); i++) {
                work(roster.steady().get(i), settings.steadyReps().get(i), day);
            }
            return new SimulatedDay(day, bad.among(mail.take(day), day));
        }

        private void work(Career career, SteadyRep steady, LocalDate day) {
            steady.habits()
                    .ifPresentOrElse(
                            habits -> activities.createEvenly(career, day, number, habits.activitiesPerWorkingDay()),
                            () -> activities.create(career, day, number, List.of()));
        }

        private void work(Career career, LocalDate day) {
            Deque<String> worked = workedOn.computeIfAbsent(career.rep(), rep -> new ArrayDeque<>());
            deals.create(career, day, number).forEach(worked::addLast);
            while (worked.size() > WORKED_ON) {
                worked.removeFirst();
            }
            activities.create(career, day, number, new ArrayList<>(worked));
        }
    }
}
