package io.upswing.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomeTest {
    private static final Outcome UNDISTURBED =
            new Outcome(List.of("issues.events r1 1 raised", "issues.events r1 2 resolved", "export a,1"));

    @Test
    void theSameLinesDifferInNothing() {
        assertThat(new Outcome(UNDISTURBED.lines()).differences(UNDISTURBED)).isEmpty();
    }

    @Test
    void aLineTooFewOneTooManyAndAnotherOrderAreDifferences() {
        Outcome lacks = new Outcome(UNDISTURBED.lines().subList(1, 3));
        assertThat(lacks.differences(UNDISTURBED)).containsExactly("lacks issues.events r1 1 raised");
        assertThat(UNDISTURBED.differences(lacks)).containsExactly("has issues.events r1 1 raised");
        assertThat(new Outcome(UNDISTURBED.lines().reversed()).differences(UNDISTURBED))
                .containsExactly("has the same lines in another order");
    }

    @Test
    void aLineThatComesTwiceIsADifference() {
        Outcome twice = new Outcome(List.of("dead-letters a", "dead-letters a"));
        Outcome once = new Outcome(List.of("dead-letters a"));

        assertThat(twice.differences(once)).isNotEmpty();
    }

    @Test
    void ofManyDifferencesTheFirstAreShownAndTheOthersCounted() {
        Outcome many =
                new Outcome(IntStream.range(0, 100).mapToObj(i -> "export " + i).toList());

        assertThat(many.differences(new Outcome(List.of())))
                .startsWith("has export 0")
                .endsWith("and 95 more");
    }

    @Test
    void linesAreReadAsTheyWereWritten(@TempDir Path dir) throws Exception {
        UNDISTURBED.write(dir.resolve("there").resolve("it.txt"));

        assertThat(Outcome.read(dir.resolve("there").resolve("it.txt"))).isEqualTo(UNDISTURBED);
        assertThat(UNDISTURBED.of("issues.events")).hasSize(2);
    }
}
