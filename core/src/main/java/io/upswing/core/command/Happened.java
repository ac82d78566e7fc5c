package io.upswing.core.command;

/** An event of an issue or a plan. */
public interface Happened {
    Stamp stamp();
}
