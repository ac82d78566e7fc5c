package io.upswing.core.entity;

import static io.upswing.core.entity.ActivityBuilder.at;
import static io.upswing.core.entity.ActivityBuilder.day;
import static io.upswing.core.entity.ActivityBuilder.done;
import static io.upswing.core.entity.DealBuilder.open;
import static io.upswing.core.entity.DealBuilder.won;
import static io.upswing.core.entity.PatchBuilder.patch;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.entity.ActivityState.Kind;
import io.upswing.core.entity.ActivityState.Status;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is counted by source: how many there are, what is odd about them, and what came late. */
class QualityTest {
    private static final DealChange FINE = won(12).owner("ada").build();

    private final EntityStory story = new EntityStory();

    static Stream<Arguments> oddDeals() {
        return Stream.of(
                Arguments.of(Oddity.UNASSIGNED, won(12)),
                Arguments.of(Oddity.NO_CREATED_DATE, open().owner("ada").withoutCreated()),
                Arguments.of(Oddity.CLOSED_WITHOUT_DATE, won(12).owner("ada").withoutClosed()),
                Arguments.of(Oddity.WON_WITHOUT_AMOUNT, won(12).owner("ada").withoutAmount()),
                Arguments.of(Oddity.FOREIGN_CURRENCY, won(12).owner("ada").in("USD")),
                Arguments.of(Oddity.NEGATIVE_AMOUNT, won(12).owner("ada").worth(-1)),
                Arguments.of(Oddity.CLOSED_BEFORE_CREATED, won(1).owner("ada")),
                Arguments.of(Oddity.SHARES_NOT_WHOLE, won(12).credit("ada", 9_999)));
    }

    @ParameterizedTest
    @MethodSource("oddDeals")
    void whatIsOddAboutADealIsCountedUntilItIsFixed(Oddity oddity, DealBuilder odd) {
        story.version(1, odd);
        assertThat(story.count("crm", "deal", oddity.id())).isEqualTo(1);
        assertThat(story.odd()).containsExactly(oddity);

        story.version(2, FINE);

        assertThat(story.odd()).isEmpty();
        assertThat(story.count("crm", "deal", Quality.ALL)).isEqualTo(1);
    }

    static Stream<Arguments> oddActivities() {
        return Stream.of(
                Arguments.of(
                        Oddity.UNASSIGNED, done(Kind.CALL, 12).withoutOwner().whole()),
                Arguments.of(
                        Oddity.DONE_WITHOUT_DATE,
                        done(Kind.CALL, 12).withoutHappened().whole()),
                Arguments.of(
                        Oddity.NO_KIND,
                        ActivityBuilder.patch().owner("ada").happened(day(12)).build()),
                Arguments.of(
                        Oddity.LOGGED_LATE, done(Kind.CALL, 12).logged(day(15)).whole()));
    }

    @ParameterizedTest
    @MethodSource("oddActivities")
    void whatIsOddAboutAnActivityIsCountedUntilItIsFixed(Oddity oddity, ActivityChange odd) {
        story.activity(1, odd);
        assertThat(story.count("crm", "activity", oddity.id())).isEqualTo(1);
        assertThat(story.odd()).containsExactly(oddity);

        story.activity(2, done(Kind.CALL, 12).logged(day(13)));

        assertThat(story.odd()).isEmpty();
        assertThat(story.count("crm", "activity", Quality.ALL)).isEqualTo(1);
    }

    @Test
    void loggedLateIsWhatTookMoreThanTwoDays() {
        story.activity(1, done(Kind.CALL, 12).happened(at(12, 100)).logged(at(14, 100)));
        assertThat(story.odd()).isEmpty();

        story.activity(2, done(Kind.CALL, 12).happened(at(12, 100)).logged(at(14, 101)));
        assertThat(story.odd()).containsExactly(Oddity.LOGGED_LATE);

        story.activity(3, done(Kind.CALL, 12).status(Status.CANCELLED).logged(day(20)));
        assertThat(story.odd()).isEmpty();
    }

    @Test
    void aGapIsCountedUntilTheNextWholeStateWhateverTheOrderOfArrival() {
        story.version(1, FINE).version(3, new DealChange.Gap());
        assertThat(story.count("crm", "deal", "gap")).isEqualTo(1);

        story.version(2, FINE).version(4, patch().worth(5).build());
        assertThat(story.count("crm", "deal", "gap")).isEqualTo(1);

        story.version(5, FINE);
        assertThat(story.count("crm", "deal", "gap")).isZero();

        story.version(4, new DealChange.Gap());
        assertThat(story.count("crm", "deal", "gap")).isZero();
    }

    @Test
    void allOfADealsCountsMoveToWhoSpeaksOfItLast() {
        story.says("old", "D1", 1, open().worth(-1).build());
        story.says("old", "D2", 1, FINE);

        story.says("new", "D1", 2, patch().worth(-2).build());

        assertThat(story.count("old", "deal", Quality.ALL)).isEqualTo(1);
        assertThat(story.count("new", "deal", Quality.ALL)).isEqualTo(1);
        assertThat(List.of("old", "new"))
                .extracting(source -> story.count(source, "deal", "negative-amount"))
                .containsExactly(0L, 1L);
        assertThat(List.of("old", "new"))
                .extracting(source -> story.count(source, "deal", "unassigned"))
                .containsExactly(0L, 1L);
    }

    @Test
    void whoSpokeEarlierButIsHeardLaterDoesNotTakeTheCounts() {
        story.says("new", "D1", 2, FINE);

        story.says("old", "D1", 1, open().worth(-1).build());

        assertThat(story.count("new", "deal", Quality.ALL)).isEqualTo(1);
        assertThat(story.count("old", "deal", Quality.ALL)).isZero();
    }

    @Test
    void whatIsGoneIsNoLongerCounted() {
        story.says("crm", "D1", 1, open().build());
        story.says("crm", "D1", 2, new DealChange.Deleted());
        story.says("crm", "D2", 1, open().build());
        story.says("crm", "D2", 2, new DealChange.Merged("D3"));
        story.says("crm", "A1", 1, done(Kind.CALL, 12).withoutOwner().whole());
        story.says("crm", "A1", 2, new ActivityChange.Deleted());
        story.says("crm", "A2", 1, done(Kind.CALL, 12).withoutOwner().whole());
        story.says("crm", "A2", 2, new ActivityChange.Merged("A3"));

        assertThat(story.quality).isEmpty();
    }

    @Test
    void aDealOfWhichNoStatusIsKnownIsNotThere() {
        story.version(1, patch().worth(-5).build());

        assertThat(story.quality).isEmpty();
    }

    @Test
    void doublesCountOnce() {
        story.version(1, open()).version(1, open());

        assertThat(story.count("crm", "deal", Quality.ALL)).isEqualTo(1);
        assertThat(story.count("crm", "deal", "unassigned")).isEqualTo(1);
    }

    @Test
    void factsThatBecomeKnownAfterTheirDayWasClosedAreCountedAsLate() {
        story.activity(1, done(Kind.CALL, 5));
        assertThat(story.count("crm", "activity", Quality.LATE)).isZero();
        story.says(12);

        story.activity(2, done(Kind.CALL, 13));
        assertThat(story.count("crm", "activity", Quality.LATE))
                .as("taken from the 5th")
                .isEqualTo(1);
        story.activity(3, done(Kind.CALL, 14));
        assertThat(story.count("crm", "activity", Quality.LATE)).isEqualTo(1);
        story.activity(4, done(Kind.CALL, 12));
        assertThat(story.count("crm", "activity", Quality.LATE)).isEqualTo(2);
        assertThat(story.count("crm", "deal", Quality.LATE)).isZero();
    }

    @Test
    void countsSurviveARestart() {
        story.version(1, open());

        story.restart().version(2, open().owner("ada"));

        assertThat(story.count("crm", "deal", "unassigned")).isZero();
        assertThat(story.count("crm", "deal", Quality.ALL)).isEqualTo(1);
    }
}
