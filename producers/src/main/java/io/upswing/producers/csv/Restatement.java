package io.upswing.producers.csv;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A later export of the same CRM: each row's whole state as one event, with a version, so that what changed changes, what is
 * the same stays, and an older export changes nothing.
 */
public final class Restatement {
    private final Export export;
    private final Settings settings;

    /**
     * How an export is restated.
     *
     * @param asOf when it was taken; the version of each row for which the mapping names no such column. None: the end of the
     *     last closed day, for the mapping's columns give the versions
     * @param full whether deals and activities that the same source has published, and that the export does not list, are
     *     deleted
     * @param closeThrough the day up to which days are closed behind the records; none: no day is
     */
    public record Settings(Optional<Instant> asOf, boolean full, Optional<LocalDate> closeThrough) {}

    private Restatement(Export export, Settings settings) {
        this.export = export;
        this.settings = settings;
    }

    /**
     * Checks whether an export can be restated so.
     *
     * @throws MappingException if neither the settings nor the mapping give rows a version
     * @throws IllegalArgumentException if it can't be told what a full export does not list, since it has no rows, or one
     *     whose id can't be read
     */
    public static Restatement of(Export export, Settings settings) {
        if (settings.asOf().isEmpty()) {
            mustHaveVersions(export.mapping());
        }
        if (settings.full()) {
            mustListAll(export);
        }
        return new Restatement(export, settings);
    }

    Export export() {
        return export;
    }

    Settings settings() {
        return settings;
    }

    private static void mustHaveVersions(Mapping mapping) {
        mapping.deals().ifPresent(deals -> mustHave(mapping, "deals", deals.version()));
        mapping.activities().ifPresent(activities -> mustHave(mapping, "activities", activities.version()));
        mapping.quotas().ifPresent(quotas -> mustHave(mapping, "quotas", quotas.version()));
    }

    private static void mustHave(Mapping mapping, String section, Optional<VersionRule> version) {
        if (version.isEmpty()) {
            throw new MappingException(
                    mapping.file(),
                    section + ".version",
                    "missing",
                    "a column that grows with each change; without one it must be said as of when the export is");
        }
    }

    private static void mustListAll(Export export) {
        Mapping mapping = export.mapping();
        if (mapping.deals().isEmpty() && mapping.activities().isEmpty()) {
            throw new IllegalArgumentException(
                    mapping.file() + " names no deals and no activities: what is missing from them can't be told");
        }
        mapping.deals().ifPresent(deals -> mustListAll(deals.file(), export.listedDeals()));
        mapping.activities().ifPresent(activities -> mustListAll(activities.file(), export.listedActivities()));
    }

    private static void mustListAll(String file, Export.Listed listed) {
        if (listed.unread().isPresent()) {
            throw new IllegalArgumentException(
                    "what is missing from %s can't be told, since a row's id can't be read: %s"
                            .formatted(file, listed.unread().get().message()));
        }
        if (listed.ids().isEmpty()) {
            throw new IllegalArgumentException(file + " has no rows: in a full export all would be deleted");
        }
    }

    /** Whether a row holds from the first day of the history, which only the log knows. */
    boolean asksForFirstDay() {
        return effectiveByRow()
                && export.reps().stream().anyMatch(rep -> rep.effectiveFrom().isEmpty());
    }

    /** Whether rows say from when on they hold; else they hold from the day as of which the export is. */
    boolean effectiveByRow() {
        return export.mapping()
                .reps()
                .filter(reps -> reps.effectiveFrom() instanceof EffectiveFrom.InColumn)
                .isPresent();
    }
}
