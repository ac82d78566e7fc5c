package io.upswing.core.inprocess.model;

/**
 * What is open at the end of a day and what quotas are in force, or by how much a day changed it.
 *
 * @param amount  of the deals in the reporting currency
 * @param held    deals with an amount in another
 * @param month   the quota of the month
 * @param quarter the quota of the fiscal quarter
 * @param stale   deals open for more than 5 days
 */
public record Balance(long deals, long amount, long held, long month, long quarter, long stale) {
    public static final Balance EMPTY = new Balance(0, 0, 0, 0, 0, 0);

    public Balance minus(Balance other) {
        return new Balance(
                deals - other.deals,
                amount - other.amount,
                held - other.held,
                month - other.month,
                quarter - other.quarter,
                stale - other.stale);
    }
}
