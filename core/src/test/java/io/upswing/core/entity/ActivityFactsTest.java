package io.upswing.core.entity;

import static io.upswing.core.entity.ActivityBuilder.at;
import static io.upswing.core.entity.ActivityBuilder.day;
import static io.upswing.core.entity.ActivityBuilder.done;
import static io.upswing.core.entity.ActivityBuilder.patch;
import static io.upswing.core.entity.EntityStory.march;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.entity.ActivityState.Channel;
import io.upswing.core.entity.ActivityState.Kind;
import io.upswing.core.entity.ActivityState.Status;
import io.upswing.core.kpi.Buckets;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;
import io.upswing.core.source.Refusal.Reason;
import io.upswing.core.time.Days;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What an activity adds to whom, and when. */
class ActivityFactsTest {
    private final EntityStory story = new EntityStory();

    private static Sums sums(Measure... once) {
        Sums.Builder sums = new Sums.Builder();
        List.of(once).forEach(measure -> sums.add(measure, 1));
        return sums.build();
    }

    private Map<String, Long> activities() {
        return story.total(Measure.ACTIVITIES);
    }

    /** By bucket, how often, of ada on the 12th. */
    private Map<Integer, Long> delays() {
        Map<Integer, Long> delays = new HashMap<>();
        story.of("ada", 12).forEach((key, count) -> {
            if (Measure.of(key) == Measure.LOGGING_HISTOGRAM) {
                delays.put(Measure.bucket(key), count);
            }
        });
        return delays;
    }

    @ParameterizedTest
    @CsvSource({
        "CALL, CALLS",
        "EMAIL, EMAILS",
        "MEETING, MEETINGS",
        "DEMO, DEMOS",
        "PROPOSAL, PROPOSALS",
        "NOTE, NOTES",
        "TRAINING, TRAININGS",
        "COACHING, COACHINGS"
    })
    void whatIsDoneCountsForItsOwnerOnTheDayItHappened(Kind kind, Measure measure) {
        story.activity(1, done(kind, 12));

        assertThat(story.standing()).isEqualTo(Map.of("ada 2026-03-12", sums(Measure.ACTIVITIES, measure)));
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, mode = Mode.EXCLUDE, names = "DONE")
    void whatIsNotDoneCountsNothing(Status status) {
        story.activity(1, done(Kind.MEETING, 12).status(status).logged(day(12)).on(Channel.MOBILE));

        story.expectNothingMore();
    }

    @Test
    void aMeetingThatIsCalledOffAfterwardsIsTakenBack() {
        story.activity(1, done(Kind.MEETING, 12))
                .activity(2, patch().status(Status.NO_SHOW).build());
        assertThat(story.standing()).isEmpty();

        story.activity(3, patch().status(Status.DONE).build());

        assertThat(story.total(Measure.MEETINGS)).isEqualTo(Map.of("ada", 1L));
    }

    @Test
    void theChannelCountsWhereItIsKnown() {
        story.activity(1, done(Kind.CALL, 12).on(Channel.DESK));
        assertThat(story.of("ada", 12).get(Measure.WITH_CHANNEL)).isEqualTo(1);
        assertThat(story.of("ada", 12).get(Measure.MOBILE)).isZero();

        story.activity(2, done(Kind.CALL, 12).on(Channel.MOBILE));
        assertThat(story.of("ada", 12).get(Measure.WITH_CHANNEL)).isEqualTo(1);
        assertThat(story.of("ada", 12).get(Measure.MOBILE)).isEqualTo(1);

        story.activity(3, done(Kind.CALL, 12));
        assertThat(story.of("ada", 12)).isEqualTo(sums(Measure.ACTIVITIES, Measure.CALLS));
    }

    @Test
    void theDelayIsInSecondsWhereBothAreInstants() {
        story.activity(1, done(Kind.CALL, 12).happened(at(12, 86_000)).logged(at(13, 100)));

        assertThat(story.of("ada", 12, Measure.LOGGING_SECONDS)).isEqualTo(500);
        assertThat(delays()).isEqualTo(Map.of(Buckets.of(500), 1L));
        assertThat(story.of("ada", 13)).isEqualTo(Sums.ZERO);
    }

    @Test
    void theDelayIsInWholeDaysWhereEitherIsADayOnly() {
        story.activity(1, done(Kind.CALL, 12).logged(at(14, 100)));
        assertThat(story.of("ada", 12, Measure.LOGGING_SECONDS)).isEqualTo(2 * 86_400);

        story.activity(2, done(Kind.CALL, 12).happened(at(12, 50_000)).logged(day(13)));
        assertThat(story.of("ada", 12, Measure.LOGGING_SECONDS)).isEqualTo(86_400);

        story.activity(3, done(Kind.CALL, 12).happened(at(12, 50_000)).logged(day(12)));
        assertThat(story.of("ada", 12, Measure.LOGGING_SECONDS)).isZero();
        assertThat(delays()).isEqualTo(Map.of(0, 1L));
    }

    @Test
    void whatIsLoggedAheadHasNoDelay() {
        story.activity(1, done(Kind.DEMO, 12).happened(at(12, 50_000)).logged(at(10, 0)));

        assertThat(story.of("ada", 12, Measure.LOGGING_SECONDS)).isZero();
        assertThat(delays()).isEqualTo(Map.of(0, 1L));
    }

    @Test
    void whatIsNotLoggedHasNoDelayAtAll() {
        story.activity(1, done(Kind.CALL, 12).logged(day(14)))
                .activity(2, patch().withoutLogged().build());

        assertThat(story.of("ada", 12)).isEqualTo(sums(Measure.ACTIVITIES, Measure.CALLS));
    }

    @Test
    void withoutAnOwnerItIsUnassigned() {
        story.activity(1, done(Kind.CALL, 12).withoutOwner());

        assertThat(activities()).isEqualTo(Map.of("unassigned", 1L));
    }

    @Test
    void itGoesWithItsOwner() {
        story.activity(1, done(Kind.CALL, 12)).activity(2, patch().owner("bob").build());
        assertThat(activities()).isEqualTo(Map.of("bob", 1L));

        story.activity(3, patch().withoutOwner().build());

        assertThat(activities()).isEqualTo(Map.of("unassigned", 1L));
    }

    @Test
    void reDatedItMovesToTheOtherDay() {
        story.activity(1, done(Kind.CALL, 12))
                .activity(2, patch().happened(day(20)).build());

        assertThat(story.standing().keySet()).containsExactly("ada 2026-03-20");
        story.activity(3, patch().withoutHappened().build());
        assertThat(story.standing()).isEmpty();
        assertThat(story.odd()).containsExactly(Oddity.DONE_WITHOUT_DATE);
    }

    @Test
    void ofAnotherKindItCountsAsThatKind() {
        story.activity(1, done(Kind.CALL, 12))
                .activity(2, patch().kind(Kind.MEETING).build());

        assertThat(story.of("ada", 12)).isEqualTo(sums(Measure.ACTIVITIES, Measure.MEETINGS));
    }

    @Test
    void patchesAloneCountFromWhenTheKindIsKnown() {
        story.activity(2, patch().happened(day(12)).owner("ada").build());
        story.expectNothingMore();
        assertThat(story.odd()).containsExactly(Oddity.NO_KIND);

        story.activity(1, patch().kind(Kind.NOTE).build());

        assertThat(activities()).isEqualTo(Map.of("ada", 1L));
        assertThat(story.odd()).isEmpty();
    }

    @Test
    void aLatePatchOfOneFieldIsNotLostBehindANewerOneOfAnother() {
        story.activity(1, done(Kind.CALL, 12))
                .activity(3, patch().happened(day(14)).build());

        story.activity(2, patch().owner("bob").happened(day(13)).build());

        assertThat(story.standing().keySet()).containsExactly("bob 2026-03-14");
    }

    @Test
    void aWholeStateClearsWhatItDoesNotHave() {
        story.activity(1, done(Kind.CALL, 12).logged(day(13)).on(Channel.MOBILE));

        story.activity(2, done(Kind.CALL, 12).withoutOwner());

        assertThat(story.standing())
                .isEqualTo(Map.of("unassigned 2026-03-12", sums(Measure.ACTIVITIES, Measure.CALLS)));
    }

    @Test
    void deletedOrMergedItIsGoneAndRestatedItIsBack() {
        story.activity(1, done(Kind.CALL, 12)).activity(2, new ActivityChange.Deleted());
        assertThat(story.standing()).isEmpty();

        story.activity(3, done(Kind.CALL, 12));
        assertThat(activities()).isEqualTo(Map.of("ada", 1L));

        story.activity(4, new ActivityChange.Merged("A2"));
        assertThat(story.standing()).isEmpty();
    }

    @Test
    void aGapChangesNoFact() {
        story.activity(1, done(Kind.CALL, 12)).forgetSent();

        story.activity(2, new ActivityChange.Gap());

        story.expectNothingMore();
        assertThat(story.odd()).containsExactly(Oddity.GAP);
    }

    @Test
    void aDealOfTheSameIdIsAnother() {
        story.says("crm", "X", 1, done(Kind.CALL, 12).whole());

        story.says("crm", "X", 1, new DealChange.Deleted());

        assertThat(activities()).isEqualTo(Map.of("ada", 1L));
    }

    @Test
    void aDateOutOfBoundsIsRefused() {
        story.says(12);

        story.activity(1, done(Kind.CALL, 13 + 365));
        assertThat(story.refusal()).isEmpty();
        story.forgetSent();
        story.activity(2, done(Kind.CALL, 13 + 366));
        assertThat(story.refusal()).hasValueSatisfying(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.DATE_OUT_OF_BOUNDS);
            assertThat(refusal.detail()).contains("happened 2027-03-14");
        });
        story.activity(2, patch().logged(day(Days.of("1989-12-31") - march(0))).build());
        assertThat(story.refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.detail()).contains("logged"));
        story.expectNothingMore();
    }

    @Test
    void itIsRecordedWhenItsOwnInputSaysSo() {
        story.says(12).activity(1, done(Kind.CALL, 12));

        assertThat(story.sent).extracting(EntityStory.Sent::k).containsExactly(march(13));
    }
}
