package io.upswing.app.views;

import java.util.List;

/** Whether the instance works. */
public interface Health {
    /** False if only a new start can help. */
    boolean isAlive();

    /** Why the instance can't answer all questions about its own tasks at the moment; empty if it can. */
    List<String> obstacles();
}
