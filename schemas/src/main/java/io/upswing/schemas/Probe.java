package io.upswing.schemas;
/** Probe. */
final class Probe {
    private Probe() {}
}
