package io.upswing.core.entity;

import io.upswing.core.entity.ActivityState.Channel;
import io.upswing.core.entity.ActivityState.Kind;
import io.upswing.core.kpi.Buckets;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/** The facts of an activity's state: what it adds to its owner, on the day it happened. */
final class ActivityFacts {
    private ActivityFacts() {}

    static SortedMap<Place, Sums> of(Activity activity) {
        if (!activity.isDone() || activity.happened().value().isEmpty()) {
            return Collections.emptySortedMap();
        }
        FactCollector facts =
                new FactCollector(List.of(Credit.whole(activity.owner().value())));
        int day = activity.happened().value().get().day();
        facts.count(day, Measure.ACTIVITIES, 1);
        facts.count(day, measure(activity.kind().value().orElseThrow()), 1);
        activity.channel().value().ifPresent(channel -> {
            facts.count(day, Measure.WITH_CHANNEL, 1);
            facts.count(day, Measure.MOBILE, channel == Channel.MOBILE ? 1 : 0);
        });
        activity.loggingDelay().ifPresent(seconds -> {
            facts.count(day, Measure.LOGGING_SECONDS, seconds);
            facts.count(day, Measure.LOGGING_HISTOGRAM.key(Buckets.of(seconds)), 1);
        });
        return facts.build();
    }

    private static Measure measure(Kind kind) {
        return switch (kind) {
            case CALL -> Measure.CALLS;
            case EMAIL -> Measure.EMAILS;
            case MEETING -> Measure.MEETINGS;
            case DEMO -> Measure.DEMOS;
            case PROPOSAL -> Measure.PROPOSALS;
            case NOTE -> Measure.NOTES;
            case TRAINING -> Measure.TRAININGS;
            case COACHING -> Measure.COACHINGS;
        };
    }
}
