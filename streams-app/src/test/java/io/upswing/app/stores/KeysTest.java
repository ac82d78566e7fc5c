package io.upswing.app.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final int PAIRS = 20_000;
    private static final byte PREFIX = 1;

    private record Place(int k, String subject, int day) {
        /** Subjects sort by their length in bytes first. */
        static final Comparator<Place> BY_SUBJECT = Comparator.<Place>comparingInt(place -> utf8(place.subject).length)
                .thenComparing(place -> utf8(place.subject), Arrays::compareUnsigned)
                .thenComparingInt(Place::day);

        static final Comparator<Place> BY_K = Comparator.comparingInt(Place::k).thenComparing(BY_SUBJECT);

        static Place of(Samples samples) {
            return new Place(samples.day(), samples.text(), samples.day());
        }

        private static byte[] utf8(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    @Test
    void panesSortBySubjectAndDay() {
        Samples samples = new Samples(1);
        for (int i = 0; i < PAIRS; i++) {
            Place a = Place.of(samples);
            Place b = Place.of(samples);

            int order = Keys.pane(a.subject(), a.day()).compareTo(Keys.pane(b.subject(), b.day()));

            assertThat(Integer.signum(order))
                    .as("%s %s", a, b)
                    .isEqualTo(Integer.signum(Place.BY_SUBJECT.compare(a, b)));
        }
    }

    @Test
    void changesSortByRecordedDateSubjectAndDay() {
        Samples samples = new Samples(2);
        for (int i = 0; i < PAIRS; i++) {
            Place a = Place.of(samples);
            Place b = Place.of(samples);

            int order = key(a).compareTo(key(b));

            assertThat(Integer.signum(order)).as("%s %s", a, b).isEqualTo(Integer.signum(Place.BY_K.compare(a, b)));
        }
    }

    private static Bytes key(Place place) {
        return Keys.change(place.k(), place.subject(), place.day());
    }

    @Test
    void waitingRecordsSortByDayAndArrival() {
        List<Bytes> keys = new ArrayList<>();
        for (int day : new int[] {Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE}) {
            for (long sequence : new long[] {0, 1, 255, 256, Long.MAX_VALUE}) {
                keys.add(Keys.waiting(PREFIX, day, sequence));
            }
        }

        assertThat(keys).isSorted().doesNotHaveDuplicates();
        assertThat(Keys.sequenceAtEnd(keys.get(3).get())).isEqualTo(256);
    }

    @Test
    void aKeyTellsItsParts() {
        Samples samples = new Samples(3);
        for (int i = 0; i < 1_000; i++) {
            Place place = Place.of(samples);

            byte[] change = key(place).get();
            byte[] pane =
                    Keys.under(PREFIX, Keys.pane(place.subject(), place.day())).get();

            assertThat(Keys.subjectOfChange(change)).isEqualTo(place.subject());
            assertThat(Keys.dayAtEnd(change)).isEqualTo(place.day());
            assertThat(Keys.subjectAt(pane, 1)).isEqualTo(place.subject());
            assertThat(Keys.dayAtEnd(pane)).isEqualTo(place.day());
        }
    }

    @Test
    void theScanOfARecordedDateHoldsAllItsChangesAndNoOthers() {
        String longest = "\uffff".repeat(Keys.MAX_SUBJECT_BYTES / 3);
        for (int k : new int[] {Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE - 1}) {
            Bytes first = Keys.change(k, "", Integer.MIN_VALUE);
            Bytes last = Keys.change(k, longest, Integer.MAX_VALUE);

            assertThat(Keys.firstChange(k)).isLessThan(first);
            assertThat(Keys.afterChanges(k)).isGreaterThan(last).isLessThan(Keys.change(k + 1, "", Integer.MIN_VALUE));
        }
    }

    @Test
    void theLongestSubjectFitsAndALongerOneIsRefused() {
        String longest = "x".repeat(32_767);

        assertThat(Keys.subjectAt(Keys.subject(longest).get(), 0)).isEqualTo(longest);
        assertThatThrownBy(() -> Keys.subject(longest + "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an id has 32768 bytes, and a store holds at most 32767");
    }

    @Test
    void halfASurrogatePairIsRefusedSinceItWouldShareAKey() {
        assertThatThrownBy(() -> Keys.subject("a\ud800")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Keys.subjectAt(Keys.subject("a😀").get(), 0)).isEqualTo("a😀");
    }
}
