package io.upswing.core.plans;

import static io.upswing.core.plans.PlanStory.action;
import static io.upswing.core.plans.PlanStory.epoch;
import static io.upswing.core.plans.PlanStory.goal;
import static io.upswing.core.plans.PlanStory.point;
import static io.upswing.core.plans.PlanStory.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.command.Author;
import io.upswing.core.command.Author.Role;
import io.upswing.core.command.Decision;
import io.upswing.core.command.Rejection;
import io.upswing.core.plans.Plan.Status;
import io.upswing.core.plans.PlanTerms.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command by every role, in every state. */
class PlanDeskTest {
    /**
     * For each command and author what becomes of a plan that is in each state, from none to closed; a question mark: the
     * plan is unknown, an exclamation mark: it exists, a hash: not by this role, a dash: not in this state.
     */
    private static final String TABLE = """
            draft       rep       draft !         !            !            !         !         ! ! ! !
            draft       other-rep #     !         !            !            !         !         ! ! ! !
            draft       manager   draft !         !            !            !         !         ! ! ! !
            draft       hr        draft !         !            !            !         !         ! ! ! !
            edit        rep       ?     #         #            #            #         #         # # # #
            edit        other-rep ?     #         #            #            #         #         # # # #
            edit        manager   ?     draft     draft        draft        active    -         - - - -
            edit        hr        ?     draft     draft        draft        #         #         - - - -
            propose     rep       ?     #         #            #            #         #         # # # #
            propose     other-rep ?     #         #            #            #         #         # # # #
            propose     manager   ?     proposed  -            -            -         -         - - - -
            propose     hr        ?     #         #            #            #         #         # # # #
            acknowledge rep       ?     -         acknowledged -            -         -         - - - -
            acknowledge other-rep ?     #         #            #            #         #         # # # #
            acknowledge manager   ?     #         #            #            #         #         # # # #
            acknowledge hr        ?     #         #            #            #         #         # # # #
            activate    rep       ?     #         #            #            #         #         # # # #
            activate    other-rep ?     #         #            #            #         #         # # # #
            activate    manager   ?     -         -            active       -         -         - - - -
            activate    hr        ?     #         #            #            #         #         # # # #
            pause       rep       ?     #         #            #            #         #         # # # #
            pause       other-rep ?     #         #            #            #         #         # # # #
            pause       manager   ?     -         -            -            paused    -         - - - -
            pause       hr        ?     #         #            #            #         #         # # # #
            resume      rep       ?     #         #            #            #         #         # # # #
            resume      other-rep ?     #         #            #            #         #         # # # #
            resume      manager   ?     -         -            -            -         active    - - - -
            resume      hr        ?     #         #            #            #         #         # # # #
            extend      rep       ?     #         #            #            #         #         # # # #
            extend      other-rep ?     #         #            #            #         #         # # # #
            extend      manager   ?     -         -            -            active    -         - - - -
            extend      hr        ?     #         #            #            #         #         # # # #
            add         rep       ?     #         #            #            #         #         # # # #
            add         other-rep ?     #         #            #            #         #         # # # #
            add         manager   ?     draft     -            -            active    -         - - - -
            add         hr        ?     draft     -            -            active    -         - - - -
            do          rep       ?     -         -            -            active    -         - - - -
            do          other-rep ?     #         #            #            #         #         # # # #
            do          manager   ?     -         -            -            active    -         - - - -
            do          hr        ?     -         -            -            active    -         - - - -
            check-in    rep       ?     -         -            -            active    -         - - - -
            check-in    other-rep ?     #         #            #            #         #         # # # #
            check-in    manager   ?     -         -            -            active    -         - - - -
            check-in    hr        ?     -         -            -            active    -         - - - -
            complete    rep       ?     #         #            #            #         #         # # # #
            complete    other-rep ?     #         #            #            #         #         # # # #
            complete    manager   ?     -         -            -            completed -         - - - -
            complete    hr        ?     #         #            #            #         #         # # # #
            cancel      rep       ?     #         #            #            #         #         # # # #
            cancel      other-rep ?     #         #            #            #         #         # # # #
            cancel      manager   ?     cancelled cancelled    cancelled    cancelled cancelled - - - -
            cancel      hr        ?     cancelled cancelled    cancelled    cancelled cancelled - - - -
            """;

    /** A line of the table, by hand above. */
    record Line(String command, String author, List<String> results) {}

    static Stream<Line> lines() {
        return TABLE.lines()
                .map(line -> List.of(line.split(" +")))
                .map(words -> new Line(words.get(0), words.get(1), words.subList(2, words.size())));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void eachCommandDoesInEachStateWhatTheTableSays(Line line) {
        List<Status> states = List.of(Status.values());
        assertThat(line.results()).hasSameSizeAs(states);
        for (int i = 0; i < states.size(); i++) {
            PlanStory story = in(states.get(i));

            Decision<PlanEvent> decision = story.commands(author(line.author()), command(line.command()));

            String result = result(decision, story);
            assertThat(result).as(states.get(i).id()).isEqualTo(line.results().get(i));
        }
    }

    @Test
    void theTableHasEveryCommandAndAuthor() {
        assertThat(lines().map(line -> line.command() + " " + line.author()))
                .doesNotHaveDuplicates()
                .hasSize(PlanCommand.class.getPermittedSubclasses().length * 4);
    }

    private static PlanStory in(Status status) {
        PlanStory story = new PlanStory();
        return switch (status) {
            case NONE -> story;
            case DRAFT -> story.drafted(goal(), action("a", Kind.OTHER, 9));
            case PROPOSED -> in(Status.DRAFT).manager(new PlanCommand.Propose("p"));
            case ACKNOWLEDGED -> in(Status.PROPOSED).does(PlanStory.REP, new PlanCommand.Acknowledge("p"));
            case ACTIVE -> in(Status.ACKNOWLEDGED).manager(new PlanCommand.Activate("p"));
            case PAUSED -> in(Status.ACTIVE).manager(new PlanCommand.Pause("p"));
            case COMPLETED -> in(Status.ACTIVE).manager(new PlanCommand.Complete("p", Outcome.MET));
            case CANCELLED -> in(Status.ACTIVE).manager(new PlanCommand.Cancel("p"));
            case REINFORCEMENT -> in(Status.COMPLETED).closesUpTo(2);
            case CLOSED -> in(Status.COMPLETED).closesUpTo(91);
        };
    }

    private static Author author(String who) {
        return switch (who) {
            case "rep" -> PlanStory.REP;
            case "other-rep" -> new Author("bob", Role.REP);
            case "manager" -> PlanStory.MANAGER;
            default -> new Author("hal", Role.HR);
        };
    }

    private static PlanCommand command(String name) {
        return switch (name) {
            case "draft" -> new PlanCommand.Draft("p", terms(goal()));
            case "edit" -> new PlanCommand.Edit("p", terms(goal()));
            case "propose" -> new PlanCommand.Propose("p");
            case "acknowledge" -> new PlanCommand.Acknowledge("p");
            case "activate" -> new PlanCommand.Activate("p");
            case "pause" -> new PlanCommand.Pause("p");
            case "resume" -> new PlanCommand.Resume("p");
            case "extend" -> new PlanCommand.Extend("p", epoch(99));
            case "add" -> new PlanCommand.AddAction("p", action("b", Kind.OTHER, 99));
            case "do" -> new PlanCommand.CompleteAction("p", "a");
            case "check-in" -> new PlanCommand.HoldCheckIn("p");
            case "complete" -> new PlanCommand.Complete("p", Outcome.NOT_MET);
            default -> new PlanCommand.Cancel("p");
        };
    }

    private static String result(Decision<PlanEvent> decision, PlanStory story) {
        return switch (decision) {
            case Decision.Accepted<PlanEvent> ignored -> story.plan.status().id();
            case Decision.Rejected<PlanEvent>(Rejection why) -> {
                assertThat(why.detail()).isNotBlank();
                assertThat(why.instead()).isNotBlank();
                yield switch (why.rule()) {
                    case UNKNOWN_PLAN -> "?";
                    case PLAN_EXISTS -> "!";
                    case WRONG_ROLE -> "#";
                    case WRONG_STATE -> "-";
                    default -> why.toString();
                };
            }
        };
    }

    @Test
    void anActionThatIsDoneStaysDone() {
        PlanStory story = in(Status.ACTIVE).manager(new PlanCommand.CompleteAction("p", "a"));

        assertThat(story.commands(PlanStory.MANAGER, new PlanCommand.CompleteAction("p", "a")))
                .isEqualTo(new Decision.Accepted<PlanEvent>(List.of()));
    }

    @Test
    void anActionThatThePlanHasNotIsUnknown() {
        assertThat(in(Status.ACTIVE)
                        .rejection(new PlanCommand.CompleteAction("p", "z"))
                        .rule())
                .isEqualTo(Rejection.Rule.UNKNOWN_PART);
    }

    @Test
    void aPlanWhoseDeadlineIsOverDoesNotBegin() {
        PlanStory story = in(Status.ACKNOWLEDGED).closesUpTo(60);

        assertThat(story.rejection(new PlanCommand.Activate("p")).rule()).isEqualTo(Rejection.Rule.OUT_OF_BOUNDS);
    }

    @Test
    void aPlanOneOfWhoseMilestonesIsOverDoesNotBegin() {
        PlanStory story = new PlanStory().acknowledged(goal(point(10, 11_000))).closesUpTo(9);

        assertThat(story.rejection(new PlanCommand.Activate("p")).detail()).contains("2026-03-11");
        assertThat(story.plan.status()).isEqualTo(Status.ACKNOWLEDGED);
    }

    /** The plan's deadline is day 61, and today day 1. */
    @Test
    void anExtensionIsLaterThanTheDeadlineAndNotEndless() {
        PlanStory story = in(Status.ACTIVE);

        for (int day : new int[] {61, 1 + 731}) {
            assertThat(story.rejection(new PlanCommand.Extend("p", epoch(day))).rule())
                    .isEqualTo(Rejection.Rule.OUT_OF_BOUNDS);
        }
        story.manager(new PlanCommand.Extend("p", epoch(62)));
        assertThat(story.plan.terms().deadline()).isEqualTo(epoch(62));
        assertThat(story.plan.isExtended()).isTrue();
    }

    @Test
    void completingSaysWhatTheNumbersSuggestBesideWhatIsDecided() {
        PlanStory story = in(Status.ACTIVE);
        story.known.won(epoch(0), 1_500);

        story.manager(new PlanCommand.Complete("p", Outcome.MET));

        Detail.End end = story.plan.end().orElseThrow();
        assertThat(end.decided()).isEqualTo(Outcome.MET);
        assertThat(end.suggested()).isEqualTo(Outcome.PARTLY_MET);
        assertThat(end.attainments()).containsEntry("more", 0.75);
    }

    @Test
    void aRunningPlanKeepsTheBaselineOfWhatMeasuresTheSame() {
        PlanStory story = in(Status.ACTIVE);
        story.known.won(epoch(0), 50_000);

        story.manager(new PlanCommand.Edit("p", terms(goal(new Target.Value(BigDecimal.valueOf(13_000))))));

        Goal goal = story.plan.goals().getFirst();
        assertThat(goal.baseline().value().numerator()).isEqualTo(10_000);
        assertThat(goal.target()).isEqualByComparingTo("13000");
    }

    @Test
    void aSecondCheckInOnADayIsSoAlready() {
        PlanStory story = in(Status.ACTIVE).manager(new PlanCommand.HoldCheckIn("p"));

        assertThat(story.commands(PlanStory.REP, new PlanCommand.HoldCheckIn("p")))
                .isEqualTo(new Decision.Accepted<PlanEvent>(List.of()));
        assertThat(story.closesUpTo(1)
                        .manager(new PlanCommand.HoldCheckIn("p"))
                        .plan
                        .checkInsHeld())
                .hasSize(2);
    }

    @Test
    void aPlanThatIsFullCanOnlyBeEnded() {
        PlanStory story = in(Status.ACTIVE);
        for (int i = 0; story.plan.events().size() < Room.MOST_EVENTS; i++) {
            PlanEvent last = story.events.getLast();
            PlanEvent more = new PlanEvent(
                    last.stamp(),
                    PlanEvent.Type.CHECK_IN_HELD,
                    "p",
                    "ada",
                    last.cause(),
                    new Detail.CheckIn(epoch(1 + i)),
                    "");
            story.events.add(more);
            story.plan = story.plan.plus(more);
        }

        assertThat(story.rejection(new PlanCommand.Pause("p")).rule()).isEqualTo(Rejection.Rule.TOO_MANY);
        story.manager(new PlanCommand.Complete("p", Outcome.MET));
    }

    @Test
    void aDraftThatIsEditedOnAndOnIsFullBeforeItsRecordIs() {
        PlanTerms.ActionTerms[] actions = IntStream.range(0, 50)
                .mapToObj(i -> action("a" + i, Kind.OTHER, 9))
                .toArray(PlanTerms.ActionTerms[]::new);
        PlanStory story = in(Status.DRAFT);
        int edits = 0;

        while (story.commands(PlanStory.MANAGER, new PlanCommand.Edit("p", terms(goal(), actions)))
                instanceof Decision.Accepted) {
            edits++;
        }

        assertThat(edits).isBetween(50, 200);
        assertThat(story.rejection(new PlanCommand.Propose("p")).rule()).isEqualTo(Rejection.Rule.TOO_MANY);
    }
}
