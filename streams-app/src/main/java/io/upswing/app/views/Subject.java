package io.upswing.app.views;

import io.upswing.core.kpi.OrgUnit;
import java.util.Comparator;

/**
 * A rep, a team, a region, or the company.
 *
 * @param id opaque; of the company {@value #COMPANY_ID}
 */
public record Subject(SubjectLevel level, String id) implements Comparable<Subject> {
    /** The id of the one company. */
    public static final String COMPANY_ID = "company";

    private static final Comparator<Subject> ORDER =
            Comparator.comparing(Subject::level).thenComparing(Subject::id);

    /** Refuses a second company. */
    public Subject {
        if (level == SubjectLevel.COMPANY && !id.equals(COMPANY_ID)) {
            throw new IllegalArgumentException("there is one company, '" + COMPANY_ID + "', not '" + id + "'");
        }
    }

    /** A rep. */
    public static Subject rep(String id) {
        return new Subject(SubjectLevel.REP, id);
    }

    /** A team, region or the company. */
    public static Subject of(OrgUnit unit) {
        return unit.equals(OrgUnit.COMPANY)
                ? new Subject(SubjectLevel.COMPANY, COMPANY_ID)
                : new Subject(SubjectLevel.of(unit), unit.id());
    }

    /** The subject under whom a ledger of this level keeps a key. */
    static Subject ofKey(SubjectLevel level, String key) {
        return level == SubjectLevel.REP ? rep(key) : of(OrgUnit.parse(key));
    }

    /** The key in the stores and topics of its stage: a rep's id, or the key of an {@link OrgUnit}. */
    public String key() {
        return switch (level) {
            case REP -> id;
            case TEAM -> new OrgUnit(OrgUnit.Level.TEAM, id).key();
            case REGION -> new OrgUnit(OrgUnit.Level.REGION, id).key();
            case COMPANY -> OrgUnit.COMPANY.key();
        };
    }

    /** The key in the topic of names: {@code rep:7f3a}, {@code team:02}, {@code region:north}, {@code company}. */
    public String nameKey() {
        return level == SubjectLevel.REP ? level.id() + ":" + id : key();
    }

    /** By level, then by id. */
    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }
}
