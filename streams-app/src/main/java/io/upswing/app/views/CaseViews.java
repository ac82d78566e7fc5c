package io.upswing.app.views;

/** What is served of issues and plans. */
public record CaseViews(CaseQueries queries, Notes notes, Inbox inbox, EventLog log) {}
