package io.upswing.producers.csv;

import io.upswing.schemas.watermarks.WatermarkRecord;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** One run over the days of a history. */
final class HistoryRun {
    private final History history;
    private final Supplement supplement;
    private final KnownNames names;
    private final ClosedDays closed;
    private final ImportTransactions transactions;
    private final ImportProgress progress;
    private final BooleanSupplier stop;
    private final long daysTotal;
    private Counts sent = new Counts(0, 0, 0, 0);
    private Counts committed = sent;

    /** What has been published. */
    private record Counts(long days, long alreadyClosed, long records, long watermarks) {
        Counts plus(long day, long already, long moreRecords, long moreWatermarks) {
            return new Counts(days + day, alreadyClosed + already, records + moreRecords, watermarks + moreWatermarks);
        }
    }

    HistoryRun(
            History history,
            Supplement supplement,
            KnownNames names,
            ClosedDays closed,
            ImportTransactions transactions,
            ImportProgress progress,
            BooleanSupplier stop) {
        this.history = history;
        this.supplement = supplement;
        this.names = names;
        this.closed = closed;
        this.transactions = transactions;
        this.progress = progress;
        this.stop = stop;
        this.daysTotal = history.days().count();
    }

    ImportResult publish() {
        try {
            return result(publishDays());
        } catch (InterruptException e) {
            transactions.abort(e);
            return result(false);
        }
    }

    private boolean publishDays() {
        begin(history.firstDay().minusDays(1));
        for (Iterator<LocalDate> days = history.days().iterator(); days.hasNext(); ) {
            publish(days.next());
            if (transactions.full() || !days.hasNext()) {
                commit();
                if (days.hasNext()
                        && (stop.getAsBoolean() || Thread.currentThread().isInterrupted())) {
                    return false;
                }
            }
        }
        return true;
    }

    private void begin(LocalDate dayBefore) {
        // On the very first day that can be closed there is none before it.
        if (!dayBefore.isBefore(WatermarkRecord.FIRST)) {
            closeTo(dayBefore, closed.begin(dayBefore));
        }
    }

    private void publish(LocalDate day) {
        List<ImportRecord> records = Stream.concat(history.records(day), supplement.records(day))
                .filter(names::lets)
                .toList();
        records.forEach(transactions::send);
        List<TopicPartition> open = closed.close(day);
        sent = sent.plus(1, open.isEmpty() ? 1 : 0, records.size(), 0);
        closeTo(day, open);
    }

    private void closeTo(LocalDate day, List<TopicPartition> partitions) {
        transactions.sendWatermarks(day, partitions);
        sent = sent.plus(0, 0, 0, partitions.size());
    }

    private void commit() {
        transactions.commit();
        committed = sent;
        progress.advanced(committed.days(), daysTotal, committed.records());
    }

    private ImportResult result(boolean finished) {
        return new ImportResult(
                finished,
                history.firstDay(),
                history.lastDay(),
                committed.days(),
                committed.alreadyClosed(),
                committed.records(),
                committed.watermarks(),
                history.export().rows(),
                history.export().refused());
    }
}
