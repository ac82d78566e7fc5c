package io.upswing.core.issues;

import static io.upswing.core.issues.IssueStory.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.command.Author;
import io.upswing.core.command.Author.Role;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Any sequence of closes, corrections and commands leaves an issue that its events rebuild. */
class IssuePropertyTest {
    private static final List<Long> REVENUES =
            List.of(IssueStory.BAD, IssueStory.BAD, IssueStory.MIDDLING, IssueStory.GOOD, IssueStory.NONE);
    private static final List<Role> ROLES = List.of(Role.values());

    @Property(tries = 300)
    void anySequenceLeavesAnIssueThatIsWhatItsEventsSay(@ForAll long seed) {
        Random random = new Random(seed);
        IssueStory story = new IssueStory(OptionalInt.of(4));

        for (int i = 0; i < 80; i++) {
            step(story, random);

            Track track = story.track;
            assertThat(Issue.of(track.events())).isEqualTo(track.issue());
            assertThat(track.watch().inBreach()).isBetween(0, 3);
            assertThat(track.watch().clear()).isBetween(0, 2);
            track.open().ifPresent(issue -> assertThat(issue.endedOn()).isEmpty());
        }

        assertThat(story.events).extracting(event -> event.stamp().id()).doesNotHaveDuplicates();
    }

    private static void step(IssueStory story, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> {
                Role role = ROLES.get(random.nextInt(ROLES.size()));
                story.commands(new Author(role == Role.REP ? "ada" : "max", role), command(story, random));
            }
            case 1 ->
                story.closesCorrecting(story.day() - random.nextInt(4), random.nextInt(300) - 100L, IssueStory.BAD);
            default -> story.closes(REVENUES.get(random.nextInt(REVENUES.size())));
        }
    }

    private static IssueCommand command(IssueStory story, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new IssueCommand.Acknowledge(target());
            case 1 -> new IssueCommand.Dispute(target(), List.of("D1"));
            case 2 -> new IssueCommand.Silence(target(), IssueStory.epoch(story.day() + 5));
            default -> new IssueCommand.Dismiss(target(), IssueCommand.Reason.OTHER);
        };
    }
}
