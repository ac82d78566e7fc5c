package io.upswing.producers.csv;

import io.upswing.schemas.ActivityChannel;
import io.upswing.schemas.ActivityStatus;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.QuotaPeriod;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Turns rows into reps, quotas, deals and activities, checking each. A refused row leaves nothing but its id behind. */
final class ExportReader {
    private final Mapping mapping;
    private final Path directory;
    private final List<Rep> reps = new ArrayList<>();
    private final Map<String, List<Leave>> leaves = new HashMap<>();
    private final List<Quota> quotas = new ArrayList<>();
    private final List<Deal> deals = new ArrayList<>();
    private final List<Activity> activities = new ArrayList<>();
    private final Names names = new Names();
    private final List<RowError> refused = new ArrayList<>();
    private final Set<String> repIds = new HashSet<>();
    private final Map<RepKey, Long> repLines = new HashMap<>();
    private final Map<QuotaKey, Long> quotaLines = new HashMap<>();
    private final Map<String, Long> dealLines = new HashMap<>();
    private final Map<String, Long> activityLines = new HashMap<>();
    private final EntityIds dealIds = new EntityIds();
    private final EntityIds activityIds = new EntityIds();
    private long rows;

    private record RepKey(String id, Optional<LocalDate> effectiveFrom) {}

    private record QuotaKey(String rep, QuotaPeriod period, LocalDate periodStart, LocalDate effectiveFrom) {}

    ExportReader(Mapping mapping, Path directory) {
        this.mapping = mapping;
        this.directory = directory;
    }

    Export read() {
        mapping.reps().ifPresent(rule -> {
            read(rule.file(), rule.columns(), row -> readRep(rule, row));
            rule.leaves().ifPresent(leave -> read(leave.file(), leave.columns(), row -> readLeave(leave, row)));
        });
        mapping.quotas().ifPresent(rule -> read(rule.file(), rule.columns(), row -> readQuota(rule, row)));
        List<RowError> refusedDeals = mapping.deals()
                .map(rule -> read(rule.file(), rule.columns(), row -> readDeal(rule, row)))
                .orElse(List.of());
        List<RowError> refusedActivities = mapping.activities()
                .map(rule -> read(rule.file(), rule.columns(), row -> readActivity(rule, row)))
                .orElse(List.of());
        return new Export(
                mapping,
                new Export.Rows(
                        reps.stream()
                                .map(rep -> rep.withLeaves(leaves.getOrDefault(rep.id(), List.of())))
                                .toList(),
                        quotas,
                        deals,
                        activities),
                new Export.Listed(dealIds, dealIds.unread(refusedDeals)),
                new Export.Listed(activityIds, activityIds.unread(refusedActivities)),
                names.all(),
                rows,
                refused);
    }

    /** Reads a file, and returns the rows that were refused. */
    private List<RowError> read(String file, List<Column> columns, CsvFile.RowHandler handler) {
        List<RowError> errors = new ArrayList<>();
        rows += new CsvFile(mapping.file(), file, directory, mapping.csv()).read(columns, handler, errors);
        refused.addAll(errors);
        return errors;
    }

    private void readRep(RepMapping rule, Row row) throws RowRefused {
        String id = Cells.id(rule.id(), row);
        OptionalLong version = Cells.version(rule.version(), row);
        Optional<String> team = Cells.optionalId(rule.team(), row);
        Optional<String> region = Cells.optionalId(rule.region(), row);
        Optional<LocalDate> hired = Cells.optionalDate(rule.hired(), row).map(CrmDate::day);
        Optional<String> role = Cells.optionalText(rule.role(), row);
        Optional<LocalDate> effectiveFrom = rule.effectiveFrom().day(row);
        Names called = new Names();
        called.add(IdKind.REP, Optional.of(id), Optional.of(rule.id()), row);
        called.add(IdKind.TEAM, team, rule.team(), row);
        called.add(IdKind.REGION, region, rule.region(), row);
        Cells.refuseSecond(repLines, new RepKey(id, effectiveFrom), rule.id(), row);
        repIds.add(id);
        reps.add(new Rep(id, version, team, region, hired, role, effectiveFrom, List.of()));
        names.addAll(called);
    }

    private void readLeave(LeaveMapping rule, Row row) throws RowRefused {
        String rep = Cells.id(rule.rep(), row);
        LocalDate from = required(rule.from(), row).day();
        Optional<LocalDate> to = rule.to().date(row).map(CrmDate::day);
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new RowRefused(rule.to().column().name(), to.get().toString(), "is before the leave begins, " + from);
        }
        if (!repIds.contains(rep)) {
            throw new RowRefused(
                    Cells.columnsOf(rule.rep()),
                    Cells.shown(rule.rep(), row),
                    "is no rep that was read: no one's leave");
        }
        leaves.computeIfAbsent(rep, id -> new ArrayList<>()).add(new Leave(from, to));
    }

    private void readQuota(QuotaMapping rule, Row row) throws RowRefused {
        String rep = Cells.id(rule.rep(), row);
        OptionalLong version = Cells.version(rule.version(), row);
        QuotaPeriod period = rule.period().period(row);
        LocalDate start = required(rule.periodStart(), row).day();
        if (start.getDayOfMonth() != 1) {
            throw new RowRefused(rule.periodStart().column().name(), start.toString(), "is not the first of a month");
        }
        Optional<LocalDate> effectiveFrom =
                Cells.optionalDate(rule.effectiveFrom(), row).map(CrmDate::day);
        Column column = rule.amount().column();
        AmountRule.Amount amount =
                rule.amount().amount(row).orElseThrow(() -> new RowRefused(column.name(), "", "is missing: no amount"));
        if (amount.minor() < 0) {
            throw new RowRefused(column.name(), row.value(column).orElse(""), "is below zero");
        }
        Names called = new Names();
        called.add(IdKind.REP, Optional.of(rep), Optional.of(rule.rep()), row);
        Cells.refuseSecond(quotaLines, new QuotaKey(rep, period, start, effectiveFrom.orElse(start)), rule.rep(), row);
        quotas.add(new Quota(rep, version, period, start, effectiveFrom, amount));
        names.addAll(called);
    }

    private void readDeal(DealMapping rule, Row row) throws RowRefused {
        String id = Cells.id(rule.id(), row);
        dealIds.add(id, row.line());
        OptionalLong version = Cells.version(rule.version(), row);
        Optional<String> owner = Cells.optionalId(rule.owner(), row);
        WordRule.Word<DealStatus> stage = rule.stage().required(row);
        boolean open = stage.meaning() == DealStatus.OPEN;
        Optional<CrmDate> created = rule.created().date(row);
        // Many CRMs keep the expected day in the same column while a deal is open.
        Optional<CrmDate> closed = open ? Optional.empty() : rule.closed().date(row);
        if (!open && closed.isEmpty()) {
            throw new RowRefused(rule.closed().column().name(), "", "is missing, though the stage is " + stage.text());
        }
        Optional<AmountRule.Amount> amount =
                rule.amount().isPresent() ? rule.amount().get().amount(row) : Optional.empty();
        Optional<CrmDate> expectedClose = Cells.optionalDate(rule.expectedClose(), row);
        Names called = new Names();
        called.add(IdKind.REP, owner, rule.owner(), row);
        Cells.refuseSecond(dealLines, id, rule.id(), row);
        deals.add(new Deal(id, version, owner, stage.meaning(), stage.text(), amount, created, closed, expectedClose));
        names.addAll(called);
    }

    private void readActivity(ActivityMapping rule, Row row) throws RowRefused {
        String id = Cells.id(rule.id(), row);
        activityIds.add(id, row.line());
        OptionalLong version = Cells.version(rule.version(), row);
        Optional<String> owner = Cells.optionalId(rule.owner(), row);
        ActivityStatus status =
                rule.status().isPresent() ? rule.status().get().required(row).meaning() : ActivityStatus.DONE;
        Optional<WordRule<ActivityChannel>> channel = rule.channel();
        Activity activity = new Activity(
                id,
                version,
                rule.kind().required(row).meaning(),
                status,
                rule.happened().date(row),
                Cells.optionalDate(rule.logged(), row),
                owner,
                Cells.optionalId(rule.deal(), row),
                Cells.optionalId(rule.lead(), row),
                channel.isPresent() ? channel.get().word(row).map(WordRule.Word::meaning) : Optional.empty());
        Names called = new Names();
        called.add(IdKind.REP, owner, rule.owner(), row);
        Cells.refuseSecond(activityLines, id, rule.id(), row);
        activities.add(activity);
        names.addAll(called);
    }

    private static CrmDate required(DateRule rule, Row row) throws RowRefused {
        return rule.date(row).orElseThrow(() -> new RowRefused(rule.column().name(), "", "is missing: no date"));
    }
}
