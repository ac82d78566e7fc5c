package io.upswing.producers.csv;

import io.upswing.schemas.topics.TopicCatalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** One run over the rows of a restatement, and over the days that it closes behind them. */
final class RestatementRun {
    private final Restatement restatement;
    private final Export export;
    private final ClosedDays closed;
    private final ImportLog log;
    private final TopicCatalogue topics;
    private final ImportTransactions transactions;
    private final ImportProgress progress;
    private final BooleanSupplier stop;
    private final RestatedEvents events;
    private final LocalDate lastClosed;
    private final Instant asOf;
    private Counts sent = new Counts(0, 0, 0, 0);
    private Counts committed = sent;

    /** What has been published. */
    private record Counts(long records, long deleted, long days, long watermarks) {
        Counts plus(long record, long deletion, long day, long moreWatermarks) {
            return new Counts(records + record, deleted + deletion, days + day, watermarks + moreWatermarks);
        }
    }

    /**
     * Prepares it.
     *
     * @param closed the last closed day of each input partition
     * @param log what lies in the topics
     * @throws ImportException if there is a partition in which no day is closed: what it is told would count as known from the
     *     start
     */
    RestatementRun(
            Restatement restatement,
            ClosedDays closed,
            ImportLog log,
            TopicCatalogue topics,
            ImportTransactions transactions,
            ImportProgress progress,
            BooleanSupplier stop) {
        this.restatement = restatement;
        this.export = restatement.export();
        this.log = log;
        this.topics = topics;
        this.transactions = transactions;
        this.progress = progress;
        this.stop = stop;
        this.closed = closed;
        this.lastClosed = lastClosed(closed);
        this.asOf = restatement.settings().asOf().orElseGet(() -> endOf(lastClosed));
        this.events = new RestatedEvents(export.mapping(), asOf);
    }

    private static LocalDate lastClosed(ClosedDays closed) {
        List<String> silent =
                closed.silent().stream().map(TopicPartition::topic).distinct().toList();
        return closed.lowest()
                .orElseThrow(() -> new ImportException("no day is closed yet in " + String.join(", ", silent)
                        + ": import the history first, or, if there is none, run 'topics create', which"
                        + " closes the days before today"));
    }

    private Instant endOf(LocalDate day) {
        ZoneId zone = export.mapping().zone();
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    }

    RestatementResult publish() {
        try {
            return result(publishAll());
        } catch (InterruptException e) {
            transactions.abort(e);
            return result(false);
        }
    }

    private boolean publishAll() {
        List<ImportRecord> deletions = restatement.settings().full() ? deletions() : List.of();
        List<ImportRecord> organization = organization();
        List<LocalDate> days = daysToClose();
        long total = (long) organization.size()
                + export.quotas().size()
                + export.deals().size()
                + export.activities().size()
                + deletions.size()
                + days.size();
        Iterator<ImportRecord> rows = Stream.of(
                        organization.stream(),
                        export.quotas().stream().map(events::quota),
                        export.deals().stream().map(events::deal),
                        export.activities().stream().map(events::activity))
                .flatMap(records -> records)
                .iterator();
        return publish(rows, 0, total) && publish(deletions.iterator(), 1, total) && close(days, total);
    }

    /** Returns whether to go on. */
    private boolean publish(Iterator<ImportRecord> records, long deletion, long total) {
        while (records.hasNext()) {
            transactions.send(records.next());
            sent = sent.plus(1, deletion, 0, 0);
            if (!commitIfFull(total)) {
                return false;
            }
        }
        return true;
    }

    private boolean close(List<LocalDate> days, long total) {
        for (LocalDate day : days) {
            List<TopicPartition> partitions = closed.close(day);
            transactions.sendWatermarks(day, partitions);
            sent = sent.plus(0, 0, 1, partitions.size());
            if (!commitIfFull(total)) {
                return false;
            }
        }
        commit(total);
        return true;
    }

    private boolean commitIfFull(long total) {
        if (!transactions.full()) {
            return true;
        }
        commit(total);
        boolean all = committed.records() + committed.days() == total;
        return all || !(stop.getAsBoolean() || Thread.currentThread().isInterrupted());
    }

    private void commit(long total) {
        transactions.commit();
        committed = sent;
        progress.advanced(committed.records() + committed.days(), total, committed.records());
    }

    private List<ImportRecord> organization() {
        KnownNames known = new KnownNames(log.namesAsOf(topics.names()));
        List<ImportRecord> records = new ArrayList<>();
        new TreeMap<>(export.names()).forEach((key, name) -> records.add(events.name(key, name)));
        records.removeIf(record -> !known.lets(record));
        Optional<LocalDate> firstDay = restatement.asksForFirstDay()
                ? log.firstClosedDay(topics.reps().name()).map(day -> day.plusDays(1))
                : Optional.empty();
        for (Rep rep : export.reps()) {
            LocalDate from = restatement.effectiveByRow()
                    ? rep.effectiveFrom().or(() -> firstDay).orElseThrow()
                    : events.asOfDay();
            records.add(events.rep(rep, from));
        }
        return records;
    }

    private List<ImportRecord> deletions() {
        String source = export.mapping().source();
        List<ImportRecord> deletions = new ArrayList<>();
        export.mapping()
                .deals()
                .ifPresent(deals -> deletions.addAll(Missing.deletions(
                        "deals",
                        log.lastChanges(topics.deals(), event -> LastChange.of(event, source)),
                        export.listedDeals().ids(),
                        events,
                        deals.version().isPresent(),
                        events::deletedDeal)));
        export.mapping()
                .activities()
                .ifPresent(activities -> deletions.addAll(Missing.deletions(
                        "activities",
                        log.lastChanges(topics.activities(), event -> LastChange.of(event, source)),
                        export.listedActivities().ids(),
                        events,
                        activities.version().isPresent(),
                        events::deletedActivity)));
        return deletions;
    }

    private List<LocalDate> daysToClose() {
        LocalDate first = lastClosed.plusDays(1);
        return restatement
                .settings()
                .closeThrough()
                .filter(last -> !last.isBefore(first))
                .map(last -> first.datesUntil(last.plusDays(1)).toList())
                .orElse(List.of());
    }

    private RestatementResult result(boolean finished) {
        return new RestatementResult(
                finished,
                asOf,
                committed.records(),
                committed.deleted(),
                committed.watermarks(),
                export.rows(),
                export.refused());
    }
}
