package io.upswing.app.views;

/** The stages by name, as their tasks are called. */
public final class Stages {
    public static final String ENTITY = "entity";
    public static final String REP = "rep";
    public static final String UNIT = "unit";

    private Stages() {}
}
