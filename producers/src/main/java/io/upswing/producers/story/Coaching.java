package io.upswing.producers.story;

import io.upswing.producers.csv.ImportRecord;
import io.upswing.producers.csv.Supplement;
import io.upswing.schemas.ActivityChannel;
import io.upswing.schemas.ActivityEvent;
import io.upswing.schemas.ActivityKind;
import io.upswing.schemas.ActivityState;
import io.upswing.schemas.ActivityStatus;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.Stream;

/**
 * What is done to help the rep: coaching on each Tuesday of September and October, and a training on each Thursday from the
 * end of September on.
 */
final class Coaching implements Supplement {
    private static final LocalDate FIRST = LocalDate.of(2017, 9, 1);
    private static final LocalDate FIRST_TRAINING = LocalDate.of(2017, 9, 28);
    private static final LocalDate LAST = LocalDate.of(2017, 10, 31);
    private static final LocalTime BEGINS = LocalTime.of(9, 0);
    private static final LocalTime LOGGED = LocalTime.of(10, 5);

    private final ZoneId zone;

    Coaching(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Stream<ImportRecord> records(LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            return Stream.empty();
        }
        if (day.getDayOfWeek() == DayOfWeek.TUESDAY) {
            return Stream.of(held(ActivityKind.COACHING, "coaching", day));
        }
        return day.getDayOfWeek() == DayOfWeek.THURSDAY && !day.isBefore(FIRST_TRAINING)
                ? Stream.of(held(ActivityKind.TRAINING, "training", day))
                : Stream.empty();
    }

    private ImportRecord held(ActivityKind kind, String what, LocalDate day) {
        String id = DemoStory.REP + "-" + what + "-" + day;
        Instant logged = at(day, LOGGED);
        ActivityState state = ActivityState.newBuilder()
                .setKind(kind)
                .setStatus(ActivityStatus.DONE)
                .setHappened(at(day, BEGINS))
                .setLogged(logged)
                .setOwner(DemoStory.REP)
                .setChannel(ActivityChannel.DESK)
                .build();
        return new ImportRecord.OfActivity(
                id,
                ActivityEvent.newBuilder()
                        .setEventId(id)
                        .setSource(DemoStory.SOURCE)
                        .setSourceVersion(1L)
                        .setOccurredAt(logged)
                        .setChange(state)
                        .build());
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
