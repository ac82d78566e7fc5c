package io.upswing.producers.csv;

import io.upswing.schemas.DealStatus;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns rows into deals and reps, checking each. */
final class ExportReader {
    private final Mapping mapping;
    private final Path directory;
    private final List<Deal> deals = new ArrayList<>();
    private final List<Rep> reps = new ArrayList<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<RowError> refused = new ArrayList<>();
    private final Map<String, Long> dealLines = new HashMap<>();
    private final Map<RepKey, Long> repLines = new HashMap<>();

    private record RepKey(String id, Optional<LocalDate> effectiveFrom) {}

    ExportReader(Mapping mapping, Path directory) {
        this.mapping = mapping;
        this.directory = directory;
    }

    Export read() {
        long rows = 0;
        if (mapping.reps().isPresent()) {
            RepMapping rule = mapping.reps().get();
            rows += file(rule.file()).read(rule.columns(), row -> readRep(rule, row), refused);
        }
        DealMapping rule = mapping.deals();
        rows += file(rule.file()).read(rule.columns(), row -> readDeal(rule, row), refused);
        return new Export(mapping, deals, reps, Collections.unmodifiableMap(names), rows, refused);
    }

    private CsvFile file(String name) {
        return new CsvFile(mapping.file(), name, directory, mapping.csv());
    }

    private void readRep(RepMapping rule, Row row) throws RowRefused {
        String id = id(rule.id(), row);
        Optional<String> team = optionalId(rule.team(), row);
        Optional<String> region = optionalId(rule.region(), row);
        Optional<LocalDate> hired = optionalDate(rule.hired(), row).map(CrmDate::day);
        Optional<LocalDate> effectiveFrom = rule.effectiveFrom().day(row);
        Map<String, String> called = new LinkedHashMap<>();
        putName(called, IdKind.REP, Optional.of(id), Optional.of(rule.id()), row);
        putName(called, IdKind.TEAM, team, rule.team(), row);
        putName(called, IdKind.REGION, region, rule.region(), row);
        refuseSecond(repLines, new RepKey(id, effectiveFrom), rule.id(), row);
        reps.add(new Rep(id, team, region, hired, effectiveFrom));
        called.forEach(names::putIfAbsent);
    }

    private void readDeal(DealMapping rule, Row row) throws RowRefused {
        String id = id(rule.id(), row);
        Optional<String> owner = optionalId(rule.owner(), row);
        StageRule.Stage stage = rule.stage().stage(row);
        boolean open = stage.status() == DealStatus.OPEN;
        Optional<CrmDate> created = rule.created().date(row);
        // Many CRMs keep the expected day in the same column while a deal is open.
        Optional<CrmDate> closed = open ? Optional.empty() : rule.closed().date(row);
        if (!open && closed.isEmpty()) {
            throw new RowRefused(rule.closed().column().name(), "", "is missing, though the stage is " + stage.name());
        }
        Optional<AmountRule.Amount> amount =
                rule.amount().isPresent() ? rule.amount().get().amount(row) : Optional.empty();
        Optional<CrmDate> expectedClose = optionalDate(rule.expectedClose(), row);
        Map<String, String> called = new LinkedHashMap<>();
        putName(called, IdKind.REP, owner, rule.owner(), row);
        refuseSecond(dealLines, id, rule.id(), row);
        deals.add(new Deal(id, owner, stage.status(), stage.name(), amount, created, closed, expectedClose));
        called.forEach(names::putIfAbsent);
    }

    private static String id(IdRule rule, Row row) throws RowRefused {
        Optional<String> id = rule.id(row);
        if (id.isEmpty()) {
            throw new RowRefused(columnsOf(rule), "", "is missing: no id");
        }
        return id.get();
    }

    private static Optional<String> optionalId(Optional<IdRule> rule, Row row) throws RowRefused {
        return rule.isPresent() ? rule.get().id(row) : Optional.empty();
    }

    private static Optional<CrmDate> optionalDate(Optional<DateRule> rule, Row row) throws RowRefused {
        return rule.isPresent() ? rule.get().date(row) : Optional.empty();
    }

    private static <K> void refuseSecond(Map<K, Long> lines, K key, IdRule rule, Row row) throws RowRefused {
        Long first = lines.putIfAbsent(key, row.line());
        if (first == null) {
            return;
        }
        List<String> values = new ArrayList<>();
        for (Column column : rule.of()) {
            values.add(row.value(column).orElse(""));
        }
        throw new RowRefused(columnsOf(rule), String.join(", ", values), "is there already in line " + first);
    }

    private static void putName(
            Map<String, String> names, IdKind kind, Optional<String> id, Optional<IdRule> rule, Row row)
            throws RowRefused {
        Optional<Column> column = rule.flatMap(IdRule::name);
        Optional<String> name = column.isPresent() ? row.value(column.get()) : Optional.empty();
        if (id.isPresent() && name.isPresent()) {
            names.put(kind.prefix() + ":" + id.get(), name.get());
        }
    }

    private static String columnsOf(IdRule rule) {
        return String.join(", ", rule.of().stream().map(Column::name).toList());
    }
}
