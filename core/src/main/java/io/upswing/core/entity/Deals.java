package io.upswing.core.entity;

/** The merged state of each deal. */
public interface Deals {
    /** {@link Deal#UNKNOWN} where nothing is known. */
    Deal get(String id);

    void put(String id, Deal deal);
}
