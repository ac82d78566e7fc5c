package io.upswing.app.views;

import io.upswing.core.kpi.OrgUnit;
import java.util.Arrays;
import java.util.Optional;

/** Of whom there are KPIs, from the smallest to the largest. */
public enum SubjectLevel {
    REP("rep"),
    TEAM(OrgUnit.Level.TEAM.id()),
    REGION(OrgUnit.Level.REGION.id()),
    COMPANY(OrgUnit.Level.COMPANY.id());

    private final String id;

    SubjectLevel(String id) {
        this.id = id;
    }

    /** As in paths, JSON and exports. */
    public String id() {
        return id;
    }

    /** The level of an id. */
    public static Optional<SubjectLevel> byId(String id) {
        return Arrays.stream(values()).filter(level -> level.id.equals(id)).findFirst();
    }

    /** The level of a unit. */
    public static SubjectLevel of(OrgUnit unit) {
        return switch (unit.level()) {
            case TEAM -> TEAM;
            case REGION -> REGION;
            case COMPANY -> COMPANY;
        };
    }

    /** Which stage has its panes. */
    public String stage() {
        return this == REP ? Stages.REP : Stages.UNIT;
    }
}
