package io.upswing.producers.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A CRM's export, read and checked, in memory: what is now, without what was. */
public final class Export {
    private final Mapping mapping;
    private final List<Deal> deals;
    private final List<Rep> reps;
    private final Map<String, String> names;
    private final long rows;
    private final List<RowError> refused;

    Export(
            Mapping mapping,
            List<Deal> deals,
            List<Rep> reps,
            Map<String, String> names,
            long rows,
            List<RowError> refused) {
        this.mapping = mapping;
        this.deals = List.copyOf(deals);
        this.reps = List.copyOf(reps);
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

    /** The rows that were refused, in the files' order: reps first. */
    public List<RowError> refused() {
        return refused;
    }

    /** How many rows were read, refused ones included. */
    public long rows() {
        return rows;
    }

    /** How many deals there are. */
    public int dealCount() {
        return deals.size();
    }

    Mapping mapping() {
        return mapping;
    }

    List<Deal> deals() {
        return deals;
    }

    List<Rep> reps() {
        return reps;
    }

    /** What reps, teams and regions are called, by kind and id ({@code rep:...}), in the files' order. */
    Map<String, String> names() {
        return names;
    }
}
