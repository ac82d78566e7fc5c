package io.upswing.core.inprocess;

import io.upswing.core.entity.CreditPolicy;
import io.upswing.core.entity.EntityStage;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.inprocess.history.Change;
import io.upswing.core.inprocess.history.Log;
import io.upswing.core.inprocess.history.Topic;
import io.upswing.core.inprocess.model.Rules;
import io.upswing.core.kpi.Retention;
import io.upswing.core.kpi.Window;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.rep.RepStage;
import io.upswing.core.source.Bounds;
import io.upswing.core.time.OrganizationZone;
import io.upswing.core.time.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules and a bound for the rep stage, as the pipeline and as the model take them. */
record Setup(Rules rules, int maxDaysAhead) {
    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> OTHER_WEEK =
            EnumSet.complementOf(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY));
    /** Every 17th day: on working days and others. */
    private static final Set<LocalDate> HOLIDAYS = Stream.iterate(LocalDate.of(2018, 1, 1), day -> day.plusDays(17))
            .limit(120)
            .collect(Collectors.toSet());

    /** As Upswing comes. */
    static Setup usual(int maxDaysAhead, boolean keepCredit) {
        List<String> windows = Window.DEFAULT_IDS;
        return new Setup(
                new Rules(windows, Retention.DEFAULT.kept(), 90, "USD", keepCredit, WEEK, HOLIDAYS, 1), maxDaysAhead);
    }

    /** Windows and {@code kept} so short that panes expire, and moves are learned when the panes that they would move are gone. */
    static Setup shortLived(Period kept, int maxDaysAhead, boolean keepCredit) {
        List<String> windows = List.of("2d", "5d", "mtd", "qtd");
        return new Setup(new Rules(windows, kept, 90, "USD", keepCredit, OTHER_WEEK, HOLIDAYS, 2), maxDaysAhead);
    }

    /** Takes dates that lie so far ahead. */
    Setup horizon(int days) {
        return new Setup(
                new Rules(
                        rules.windows(),
                        rules.kept(),
                        days,
                        rules.currency(),
                        rules.keepCredit(),
                        rules.workingWeek(),
                        rules.holidays(),
                        rules.fiscalYearStart()),
                maxDaysAhead);
    }

    Pipeline.Settings settings(int partitions) {
        WorkingCalendar calendar = new WorkingCalendar(rules.workingWeek(), rules.holidays(), rules.fiscalYearStart());
        List<Window> all = rules.windows().stream()
                .map(id -> Window.parse(id, calendar.fiscalYearStart()))
                .toList();
        WindowSettings windows = new WindowSettings(all, new Retention(rules.kept()), calendar);
        Bounds bounds = new Bounds(rules.horizonDays());
        CreditPolicy credit = rules.keepCredit() ? CreditPolicy.KEEP : CreditPolicy.FOLLOW;
        return new Pipeline.Settings(
                partitions,
                new EntityStage.Settings(rules.currency(), credit, bounds, 5),
                new RepStage.Settings(
                        windows,
                        bounds,
                        maxDaysAhead,
                        new OrganizationZone(ZoneOffset.UTC),
                        new Wording(rules.currency(), 2)),
                windows);
    }

    /** Runs a log through the pipeline; its topics of rules and commands are empty, and closed day by day. */
    Statistics run(Log log, Scheduler scheduler, Observer observer) {
        return run(log, Optional.empty(), scheduler, observer);
    }

    /** Runs a log with rules and commands. */
    Statistics run(Log log, Office office, Scheduler scheduler, Observer observer) {
        return run(log, Optional.of(office), scheduler, observer);
    }

    private Statistics run(Log log, Optional<Office> office, Scheduler scheduler, Observer observer) {
        Pipeline pipeline = new Pipeline(settings(log.partitions()), scheduler, observer);
        log.topics().forEach((topic, partitions) -> {
            for (int partition = 0; partition < partitions.size(); partition++) {
                append(pipeline, input(topic), partition, partitions.get(partition), office.isEmpty());
            }
        });
        office.ifPresent(told -> told.append(pipeline, log.partitions()));
        pipeline.run();
        return pipeline.statistics();
    }

    /** Runs a log day by day: each day is done before anything of the next is written. */
    void runLive(Log log, Office office, int firstSaid, Observer observer) {
        Pipeline pipeline = new Pipeline(settings(log.partitions()), new InOrder(), observer);
        Map<String, Integer> written = new TreeMap<>();
        for (int day = firstSaid; day <= log.lastDay() + 1; day++) {
            int today = day;
            log.topics().forEach((topic, partitions) -> {
                for (int partition = 0; partition < partitions.size(); partition++) {
                    List<Log.Entry> all = partitions.get(partition);
                    int from = written.getOrDefault(topic + "/" + partition, 0);
                    int to = upTo(all, from, today);
                    append(pipeline, input(topic), partition, all.subList(from, to), false);
                    written.put(topic + "/" + partition, to);
                }
            });
            office.append(pipeline, log.partitions(), today);
            pipeline.run();
        }
    }

    /** Where the first watermark of a later day stands. */
    private static int upTo(List<Log.Entry> entries, int from, int day) {
        int to = from;
        while (to < entries.size() && !(entries.get(to) instanceof Log.Closed(int said) && said > day)) {
            to++;
        }
        return to;
    }

    private static String input(Topic topic) {
        return switch (topic) {
            case DEALS -> EntityStage.DEALS;
            case ACTIVITIES -> EntityStage.ACTIVITIES;
            case REPS -> RepStage.REPS;
            case QUOTAS -> RepStage.QUOTAS;
        };
    }

    private static void append(
            Pipeline pipeline, String input, int partition, List<Log.Entry> entries, boolean isOfficeEmpty) {
        for (Log.Entry entry : entries) {
            switch (entry) {
                case Log.Closed(int day) -> {
                    pipeline.watermark(input, partition, day);
                    if (isOfficeEmpty && input.equals(RepStage.QUOTAS)) {
                        pipeline.watermark(RepStage.RULES, partition, day);
                        pipeline.watermark(RepStage.COMMANDS, partition, day);
                    }
                }
                case Log.Written(Change.OfDeal deal) -> pipeline.deal(deal.id(), deal.order(), deal.change());
                case Log.Written(Change.OfActivity activity) ->
                    pipeline.activity(activity.id(), activity.order(), activity.change());
                case Log.Written(Change.OfOrg org) -> pipeline.org(org.change());
                case Log.Written(Change.OfQuota quota) -> pipeline.quota(quota.change());
            }
        }
    }
}
