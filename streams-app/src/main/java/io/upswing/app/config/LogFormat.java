package io.upswing.app.config;

/** How a service writes its log. */
public enum LogFormat {
    /** A line for a person to read. */
    TEXT,
    /** A JSON object a line, for what collects logs. */
    JSON
}
