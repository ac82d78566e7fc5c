package io.upswing.producers.csv;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a CRM's export is to be read: made from a mapping file, whose keys the package's description lists. */
public final class Mapping {
    private final String file;
    private final String source;
    private final CsvFormat csv;
    private final ReportingCurrency currency;
    private final ZoneId zone;
    private final Optional<RepMapping> reps;
    private final Optional<DealMapping> deals;
    private final Optional<ActivityMapping> activities;
    private final Optional<QuotaMapping> quotas;

    Mapping(
            String file,
            String source,
            CsvFormat csv,
            ReportingCurrency currency,
            ZoneId zone,
            Optional<RepMapping> reps,
            Optional<DealMapping> deals,
            Optional<ActivityMapping> activities,
            Optional<QuotaMapping> quotas) {
        this.file = file;
        this.source = source;
        this.csv = csv;
        this.currency = currency;
        this.zone = zone;
        this.reps = reps;
        this.deals = deals;
        this.activities = activities;
        this.quotas = quotas;
    }

    /**
     * Reads a mapping file, and the file with the key of its ids, if it names one.
     *
     * @throws MappingException if it is wrong: the message names file, key, value and what would be right
     */
    public static Mapping load(Path file) {
        return MappingReader.read(file);
    }

    /** The mapping file, as it was named. */
    public String file() {
        return file;
    }

    /** What the events give as their source. */
    public String source() {
        return source;
    }

    /** The reporting currency by ISO 4217. */
    public String currency() {
        return currency.code();
    }

    /** Decimals of the reporting currency's minor unit. */
    public int minorDigits() {
        return currency.minorDigits();
    }

    /** The organization's time zone. */
    public ZoneId zone() {
        return zone;
    }

    /** The CSV files that it names. */
    public List<String> files() {
        return Stream.of(
                        reps.map(RepMapping::file),
                        deals.map(DealMapping::file),
                        activities.map(ActivityMapping::file),
                        quotas.map(QuotaMapping::file))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether it names a file of deals. */
    public boolean hasDeals() {
        return deals.isPresent();
    }

    /** Whether it names a file of activities. */
    public boolean hasActivities() {
        return activities.isPresent();
    }

    CsvFormat csv() {
        return csv;
    }

    Optional<RepMapping> reps() {
        return reps;
    }

    Optional<DealMapping> deals() {
        return deals;
    }

    Optional<ActivityMapping> activities() {
        return activities;
    }

    Optional<QuotaMapping> quotas() {
        return quotas;
    }

    boolean isEmpty() {
        return reps.isEmpty() && deals.isEmpty() && activities.isEmpty() && quotas.isEmpty();
    }
}
