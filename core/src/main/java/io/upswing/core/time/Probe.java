package io.upswing.core.time;
/** Probe. */
final class Probe {
    private Probe() {}
}
