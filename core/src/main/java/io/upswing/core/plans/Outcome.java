package io.upswing.core.plans;

/** What a plan has come to: people decide it. */
public enum Outcome {
    MET("met"),
    PARTLY_MET("partly-met"),
    NOT_MET("not-met");

    private final String id;

    Outcome(String id) {
        this.id = id;
    }

    /** As in topics and REST. */
    public String id() {
        return id;
    }
}
