package io.upswing.app.config;

/**
 * What someone has set.
 *
 * @param source for a person: which file, which variable, or the command line
 */
record Setting(String key, String value, String source) {}
