package io.upswing.core.command;

/**
 * Who gives a command.
 *
 * @param id   opaque; of a rep, the rep's id
 * @param role in which it is given
 */
public record Author(String id, Role role) {
    /** What a person may do depends on it. */
    public enum Role {
        REP("rep"),
        MANAGER("manager"),
        HR("hr");

        private final String id;

        Role(String id) {
            this.id = id;
        }

        /** As in topics and REST. */
        public String id() {
            return id;
        }
    }

    /** Whether it is the rep in person. */
    public boolean is(String rep) {
        return role == Role.REP && id.equals(rep);
    }
}
