package io.upswing.producers.csv;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A CRM's export, read and checked, in memory: what is now, without what was. */
public final class Export {
    private final Mapping mapping;
    private final Rows read;
    private final Listed listedDeals;
    private final Listed listedActivities;
    private final Map<String, String> names;
    private final long rows;
    private final List<RowError> refused;

    /** What was made of the rows, in the files' order. */
    record Rows(List<Rep> reps, List<Quota> quotas, List<Deal> deals, List<Activity> activities) {
        Rows {
            reps = List.copyOf(reps);
            quotas = List.copyOf(quotas);
            deals = List.copyOf(deals);
            activities = List.copyOf(activities);
        }
    }

    /**
     * What a file lists.
     *
     * @param ids all that could be read, those of refused rows too
     * @param unread the first refused row whose id could not be read: then it is unknown what the file does not list
     */
    record Listed(EntityIds ids, Optional<RowError> unread) {}

    Export(
            Mapping mapping,
            Rows read,
            Listed listedDeals,
            Listed listedActivities,
            Map<String, String> names,
            long rows,
            List<RowError> refused) {
        this.mapping = mapping;
        this.read = read;
        this.listedDeals = listedDeals;
        this.listedActivities = listedActivities;
        this.names = names;
        this.rows = rows;
        this.refused = List.copyOf(refused);
    }

    /**
     * Reads the files that the mapping names. A row that can't be understood is refused and the rest goes on.
     *
     * @param directory where the mapping's files lie
     * @throws MappingException if the files' headers don't fit the mapping
     * @throws UnreadableExportException if a file as a whole can't be read
     */
    public static Export read(Mapping mapping, Path directory) {
        return new ExportReader(mapping, directory).read();
    }

    /** The rows that were refused, file by file: reps first, then leaves, quotas, deals, activities. */
    public List<RowError> refused() {
        return refused;
    }

    /** How many rows were read, refused ones included. */
    public long rows() {
        return rows;
    }

    /** How many deals there are. */
    public int dealCount() {
        return read.deals().size();
    }

    /** How many activities there are. */
    public int activityCount() {
        return read.activities().size();
    }

    /** How many quotas there are. */
    public int quotaCount() {
        return read.quotas().size();
    }

    /** The deals and activities as the export has them now: of each its whole state. */
    public Stream<ImportRecord> entities() {
        // Of no matter when: what an entity is like is asked for, not when it became so.
        RestatedEvents events = new RestatedEvents(mapping, Instant.EPOCH);
        return Stream.concat(
                read.deals().stream().map(events::deal),
                read.activities().stream().map(events::activity));
    }

    /** Whether a deal's row is in the export, be it one that was refused. */
    public boolean listsDeal(String id) {
        return listedDeals.ids().contains(id);
    }

    /** Whether an activity's row is in the export, be it one that was refused. */
    public boolean listsActivity(String id) {
        return listedActivities.ids().contains(id);
    }

    Mapping mapping() {
        return mapping;
    }

    List<Rep> reps() {
        return read.reps();
    }

    List<Quota> quotas() {
        return read.quotas();
    }

    List<Deal> deals() {
        return read.deals();
    }

    List<Activity> activities() {
        return read.activities();
    }

    Listed listedDeals() {
        return listedDeals;
    }

    Listed listedActivities() {
        return listedActivities;
    }

    /** What reps, teams and regions are called, by kind and id ({@code rep:...}), in the files' order. */
    Map<String, String> names() {
        return names;
    }
}
