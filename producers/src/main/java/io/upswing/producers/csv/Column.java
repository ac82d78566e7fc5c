package io.upswing.producers.csv;

/**
 * A column of a CSV file that the mapping names.
 *
 * @param name as in the CSV's header
 * @param key the mapping's key that names it, for complaints
 */
record Column(String name, String key) {}
