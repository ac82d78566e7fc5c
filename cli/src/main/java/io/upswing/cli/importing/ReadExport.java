package io.upswing.cli.importing;

import io.upswing.cli.shell.Console;
import io.upswing.producers.csv.Export;
import io.upswing.producers.csv.Mapping;
import io.upswing.producers.csv.RowError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An export that has been read, and what is said of it. */
public record ReadExport(Mapping mapping, Export export) {
    private static final int ERRORS_SHOWN = 10;

    /** Reads mapping and files. */
    public static ReadExport of(ImportFiles files) {
        Mapping mapping = Mapping.load(files.mapping());
        return new ReadExport(mapping, Export.read(mapping, files.folder()));
    }

    /** How many rows were read, and what was made of them. */
    String counts() {
        List<String> counts = new ArrayList<>();
        add(counts, export.dealCount(), "deals");
        add(counts, export.activityCount(), "activities");
        add(counts, export.quotaCount(), "quotas");
        return String.format(Locale.ROOT, "Read %,d rows: ", export.rows())
                + (counts.isEmpty() ? "no deals" : String.join(", ", counts));
    }

    private static void add(List<String> counts, int count, String what) {
        if (count > 0) {
            counts.add(String.format(Locale.ROOT, "%,d %s", count, what));
        }
    }

    /** Says which rows were refused. */
    public void reportRefused(Console console) {
        List<RowError> refused = export.refused();
        if (refused.isEmpty()) {
            return;
        }
        console.say(String.format(Locale.ROOT, "%,d rows are refused and left out:", refused.size()));
        refused.stream().limit(ERRORS_SHOWN).forEach(error -> console.say("  " + error.message()));
        if (refused.size() > ERRORS_SHOWN) {
            console.say(String.format(Locale.ROOT, "  and %,d more.", refused.size() - ERRORS_SHOWN));
        }
    }
}
