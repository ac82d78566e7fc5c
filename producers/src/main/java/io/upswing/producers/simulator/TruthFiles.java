package io.upswing.producers.simulator;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.upswing.schemas.ActivityEvent;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.Name;
import io.upswing.schemas.QuotaEvent;
import io.upswing.schemas.RepEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The truth beside a simulation: CSV files from which any KPI, as known at the close of any day, follows by a query. Each row
 * is a change that counts, with the day on which it was told; docs/simulator.md says what the columns mean.
 */
public final class TruthFiles implements AutoCloseable {
    /** The changes of deals. */
    public static final String DEALS = "deals.csv";
    /** The changes of activities. */
    public static final String ACTIVITIES = "activities.csv";
    /** Where reps stand. */
    public static final String REPS = "reps.csv";
    /** Their quotas. */
    public static final String QUOTAS = "quotas.csv";
    /** What the simulation was made from. */
    public static final String SETTINGS = "simulation.csv";

    private final TruthRows rows;
    private final List<CsvWriter> open = new ArrayList<>();
    private final CsvWriter deals;
    private final CsvWriter activities;
    private final CsvWriter reps;
    private final CsvWriter quotas;

    /**
     * Begins the files in a folder, which is made if it is not there; files of an earlier run are overwritten.
     *
     * @throws UncheckedIOException if they can't be written
     */
    public TruthFiles(Path folder, SimulationSettings settings) {
        rows = new TruthRows(settings.zone());
        try {
            Files.createDirectories(folder);
            deals = begin(folder, DEALS, TruthRows.DEAL);
            activities = begin(folder, ACTIVITIES, TruthRows.ACTIVITY);
            reps = begin(folder, REPS, TruthRows.REP);
            quotas = begin(folder, QUOTAS, TruthRows.QUOTA);
            CsvWriter file = begin(folder, SETTINGS, List.of("setting", "value"));
            TruthRows.settings(settings).forEach(file::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CsvWriter begin(Path folder, String name, List<String> header) throws IOException {
        CsvWriter file =
                CsvWriter.builder().build(Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8));
        open.add(file);
        return file.writeRecord(header);
    }

    /** Adds what is true of a day's records: the bad ones and the doubled ones add nothing. */
    public void add(SimulatedDay day) {
        for (SimulatedRecord record : day.records()) {
            if (record.isGood() && !record.ingredients().contains(Ingredient.DUPLICATES)) {
                add(record, day.day());
            }
        }
    }

    private void add(SimulatedRecord record, LocalDate told) {
        switch (record.value()) {
            case DealEvent event -> deals.writeRecord(rows.deal(told, record.key(), event));
            case ActivityEvent event -> activities.writeRecord(rows.activity(told, record.key(), event));
            case RepEvent event -> reps.writeRecord(rows.rep(told, record.key(), event));
            case QuotaEvent event -> quotas.writeRecord(rows.quota(told, record.key(), event));
            case Name ignored -> {}
            default ->
                throw new IllegalStateException(
                        "no input has such values: " + record.value().getSchema());
        }
    }

    /** @throws UncheckedIOException if something could not be written */
    @Override
    public void close() {
        for (CsvWriter file : open) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
