package io.upswing.core.inprocess.model;

/**
 * What is open at the end of a day, or by how much a day changed it.
 *
 * @param amount of those in the reporting currency
 * @param held   deals with an amount in another
 */
public record Balance(long deals, long amount, long held) {
    public static final Balance EMPTY = new Balance(0, 0, 0);

    public Balance plus(Balance other) {
        return new Balance(deals + other.deals, amount + other.amount, held + other.held);
    }

    public Balance minus(Balance other) {
        return new Balance(deals - other.deals, amount - other.amount, held - other.held);
    }
}
