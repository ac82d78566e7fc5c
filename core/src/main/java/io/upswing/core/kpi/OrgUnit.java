package io.upswing.core.kpi;

/**
 * A team, a region, or the company.
 *
 * @param id opaque; empty for the company
 */
public record OrgUnit(Level level, String id) {
    /** The levels of an organization. */
    public enum Level {
        TEAM("team"),
        REGION("region"),
        COMPANY("company");

        private final String id;

        Level(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    /** The one company. */
    public static final OrgUnit COMPANY = new OrgUnit(Level.COMPANY, "");

    /** The key in topics and stores: {@code team:ID}, {@code region:ID}, {@code company}. */
    public String key() {
        return level == Level.COMPANY ? level.id : level.id + ":" + id;
    }

    /** The unit of a key. */
    public static OrgUnit parse(String key) {
        if (key.equals(Level.COMPANY.id)) {
            return COMPANY;
        }
        int colon = key.indexOf(':');
        for (Level level : Level.values()) {
            if (colon > 0 && level != Level.COMPANY && level.id.equals(key.substring(0, colon))) {
                return new OrgUnit(level, key.substring(colon + 1));
            }
        }
        throw new IllegalArgumentException("'" + key + "' is no unit: write team:ID, region:ID or company");
    }
}
