package io.upswing.core.entity;

import io.upswing.core.time.GateStore;

/** The stores of the entity stage. */
public record EntityStores(
        Entities<Deal> deals, Entities<Activity> activities, Quality quality, GateStore<Void> gate) {}
