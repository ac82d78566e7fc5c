package io.upswing.core.issues;

import static io.upswing.core.issues.IssueStory.BAD;
import static io.upswing.core.issues.IssueStory.GOOD;
import static io.upswing.core.issues.IssueStory.epoch;
import static io.upswing.core.issues.IssueStory.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.command.Author;
import io.upswing.core.command.Author.Role;
import io.upswing.core.command.Decision;
import io.upswing.core.command.Rejection.Rule;
import io.upswing.core.issues.IssueCommand.Acknowledge;
import io.upswing.core.issues.IssueCommand.Dismiss;
import io.upswing.core.issues.IssueCommand.Dispute;
import io.upswing.core.issues.IssueCommand.Reason;
import io.upswing.core.issues.IssueCommand.Silence;
import io.upswing.core.issues.IssueCommand.Target;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command by every role, in every state. */
class IssueDeskTest {
    private static final List<String> COMMANDS = List.of("acknowledge", "dispute", "dismiss", "silence");
    private static final List<String> AUTHORS = List.of("rep", "other-rep", "manager", "hr");

    /** What becomes of acknowledge, dispute, dismiss and silence. */
    private static final String TABLE = """
            none         rep        unknown-issue unknown-issue unknown-issue unknown-issue
            none         other-rep  unknown-issue unknown-issue unknown-issue unknown-issue
            none         manager    unknown-issue unknown-issue unknown-issue unknown-issue
            none         hr         unknown-issue unknown-issue unknown-issue unknown-issue
            raised       rep        wrong-role    raised        wrong-role    wrong-role
            raised       other-rep  wrong-role    wrong-role    wrong-role    wrong-role
            raised       manager    acknowledged  wrong-role    dismissed     raised
            raised       hr         acknowledged  wrong-role    dismissed     raised
            acknowledged rep        wrong-role    acknowledged  wrong-role    wrong-role
            acknowledged other-rep  wrong-role    wrong-role    wrong-role    wrong-role
            acknowledged manager    wrong-state   wrong-role    dismissed     acknowledged
            acknowledged hr         wrong-state   wrong-role    dismissed     acknowledged
            escalated    rep        wrong-role    escalated     wrong-role    wrong-role
            escalated    other-rep  wrong-role    wrong-role    wrong-role    wrong-role
            escalated    manager    acknowledged  wrong-role    dismissed     escalated
            escalated    hr         acknowledged  wrong-role    dismissed     escalated
            resolved     rep        unknown-issue unknown-issue unknown-issue unknown-issue
            resolved     other-rep  unknown-issue unknown-issue unknown-issue unknown-issue
            resolved     manager    unknown-issue unknown-issue unknown-issue unknown-issue
            resolved     hr         unknown-issue unknown-issue unknown-issue unknown-issue
            dismissed    rep        unknown-issue unknown-issue unknown-issue unknown-issue
            dismissed    other-rep  unknown-issue unknown-issue unknown-issue unknown-issue
            dismissed    manager    unknown-issue unknown-issue unknown-issue unknown-issue
            dismissed    hr         unknown-issue unknown-issue unknown-issue unknown-issue
            withdrawn    rep        unknown-issue unknown-issue unknown-issue unknown-issue
            withdrawn    other-rep  unknown-issue unknown-issue unknown-issue unknown-issue
            withdrawn    manager    unknown-issue unknown-issue unknown-issue unknown-issue
            withdrawn    hr         unknown-issue unknown-issue unknown-issue unknown-issue
            """;

    /** A line of the table, by hand above. */
    record Line(String state, String author, List<String> results) {}

    static Stream<Line> lines() {
        return TABLE.lines()
                .map(line -> List.of(line.split(" +")))
                .map(words -> new Line(words.get(0), words.get(1), words.subList(2, words.size())));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void eachCommandDoesInEachStateWhatTheTableSays(Line line) {
        for (int i = 0; i < COMMANDS.size(); i++) {
            IssueStory story = in(line.state());

            Decision<IssueEvent> decision = story.commands(author(line.author()), command(COMMANDS.get(i)));

            assertThat(result(decision, story))
                    .as(COMMANDS.get(i))
                    .isEqualTo(line.results().get(i));
        }
    }

    @Test
    void theTableHasEveryStateAndAuthor() {
        assertThat(lines().map(line -> line.state() + " " + line.author()))
                .doesNotHaveDuplicates()
                .hasSize(Issue.Status.values().length * AUTHORS.size());
    }

    private static IssueStory in(String state) {
        IssueStory story = new IssueStory(state.equals("escalated") ? OptionalInt.of(1) : OptionalInt.empty());
        return switch (state) {
            case "none" -> story;
            case "raised" -> story.closes(3, BAD);
            case "acknowledged" -> story.closes(3, BAD).manager(new Acknowledge(target()));
            case "escalated" -> story.closes(4, BAD);
            case "resolved" -> story.closes(3, BAD).closes(2, GOOD);
            case "dismissed" -> story.closes(3, BAD).dismissed();
            case "withdrawn" -> story.closes(3, BAD).closesCorrecting(2, 100, GOOD);
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static Author author(String who) {
        return switch (who) {
            case "rep" -> new Author("ada", Role.REP);
            case "other-rep" -> new Author("bob", Role.REP);
            case "manager" -> new Author("max", Role.MANAGER);
            default -> new Author("hal", Role.HR);
        };
    }

    private static IssueCommand command(String name) {
        return switch (name) {
            case "acknowledge" -> new Acknowledge(target());
            case "dispute" -> new Dispute(target(), List.of("D1"));
            case "dismiss" -> new Dismiss(target(), Reason.OTHER);
            default -> new Silence(target(), epoch(30));
        };
    }

    private static String result(Decision<IssueEvent> decision, IssueStory story) {
        return switch (decision) {
            case Decision.Rejected<IssueEvent> rejected -> {
                assertThat(rejected.rejection().detail()).isNotBlank();
                assertThat(rejected.rejection().instead()).isNotBlank();
                yield rejected.rejection().rule().id();
            }
            case Decision.Accepted<IssueEvent> accepted -> {
                assertThat(accepted.events()).hasSize(1);
                yield story.issue().status().id();
            }
        };
    }

    @Test
    void anIssueThatIsNamedMustBeTheOpenOne() {
        IssueStory story = in("raised");

        assertThat(rejection(story, new Acknowledge(new Target("low", Optional.of("another")))))
                .isEqualTo(Rule.UNKNOWN_ISSUE);
        assertThat(story.manager(new Acknowledge(
                                new Target("low", Optional.of(story.issue().id()))))
                        .issue()
                        .status())
                .isEqualTo(Issue.Status.ACKNOWLEDGED);
    }

    private static Rule rejection(IssueStory story, IssueCommand command) {
        return ((Decision.Rejected<IssueEvent>) story.commands(author("manager"), command))
                .rejection()
                .rule();
    }

    /** The third day has closed: the command is of the fourth. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4 + 366})
    void aSilenceThatIsOverOrTooLongIsRejected(int until) {
        assertThat(rejection(in("raised"), new Silence(target(), epoch(until)))).isEqualTo(Rule.OUT_OF_BOUNDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 4 + 365})
    void theShortestAndTheLongestSilenceHold(int until) {
        IssueStory story = in("raised").manager(new Silence(target(), epoch(until)));

        assertThat(story.issue().isSilent(epoch(until))).isTrue();
        assertThat(story.issue().isSilent(epoch(until + 1))).isFalse();
    }

    @Test
    void aDisputeNamesItsDealsAndMarksTheIssue() {
        IssueStory story = in("raised");

        story.commands(author("rep"), new Dispute(target(), List.of("D1", "D2")));

        assertThat(story.issue().disputed()).isTrue();
        assertThat(story.events.getLast().entities()).containsExactly("deal:D1", "deal:D2");
        assertThat(story.events.getLast().cause().note()).contains("n1");
    }

    @Test
    void anEpisodeThatIsNamedMustBeTheOpenOneAndBothAreSaid() {
        IssueStory story = in("raised").closes(2, GOOD).closes(3, BAD);
        Optional<String> id = Optional.of(story.issue().id());

        Decision<IssueEvent> late =
                story.commands(author("manager"), new Dismiss(new Target("low", id, OptionalInt.of(1)), Reason.OTHER));

        assertThat(late).isInstanceOfSatisfying(Decision.Rejected.class, rejected -> {
            assertThat(rejected.rejection().rule()).isEqualTo(Rule.UNKNOWN_ISSUE);
            assertThat(rejected.rejection().detail()).contains("episode 2", "episode 1");
        });
        assertThat(story.manager(new Acknowledge(new Target("low", id, OptionalInt.of(2))))
                        .issue()
                        .status())
                .isEqualTo(Issue.Status.ACKNOWLEDGED);
    }

    private static List<String> deals(int count) {
        return IntStream.range(0, count).mapToObj(i -> "D" + i).toList();
    }

    @Test
    void disputesOfAnEpisodeNameAHundredDealsTogether() {
        IssueStory story = in("raised");
        Author ada = author("rep");

        assertThat(story.commands(ada, new Dispute(target(), deals(101)))).isInstanceOf(Decision.Rejected.class);
        assertThat(story.commands(ada, new Dispute(target(), deals(99)))).isInstanceOf(Decision.Accepted.class);
        assertThat(story.commands(ada, new Dispute(target(), deals(2))))
                .isInstanceOfSatisfying(Decision.Rejected.class, rejected -> {
                    assertThat(rejected.rejection().rule()).isEqualTo(Rule.TOO_MANY);
                    assertThat(rejected.rejection().detail()).isEqualTo("2 deals are named, after 99 before");
                });
        assertThat(story.commands(ada, new Dispute(target(), deals(1)))).isInstanceOf(Decision.Accepted.class);
        story.closes(2, GOOD).closes(3, BAD);
        assertThat(story.commands(ada, new Dispute(target(), deals(100)))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void anEpisodeIsDisputedAndSilencedTwentyTimes() {
        IssueStory story = in("raised");
        for (int i = 0; i < 10; i++) {
            story.manager(new Silence(target(), epoch(30 + i)));
            story.commands(author("rep"), new Dispute(target(), List.of()));
        }

        assertThat(rejection(story, new Silence(target(), epoch(50)))).isEqualTo(Rule.TOO_MANY);
        assertThat(story.commands(author("rep"), new Dispute(target(), List.of())))
                .isInstanceOf(Decision.Rejected.class);
        assertThat(story.issue().silentUntil()).hasValue(epoch(39));
        assertThat(story.dismissed().issue().status()).isEqualTo(Issue.Status.DISMISSED);
    }
}
