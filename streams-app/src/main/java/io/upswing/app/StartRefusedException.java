package io.upswing.app;

import io.upswing.schemas.topics.TopicProblem;
import java.util.List;
import java.util.stream.Collectors;

/** The app does not start on topics that would make its results wrong. */
public final class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartRefusedException(List<TopicProblem> problems) {
        super(problems.stream()
                .map(TopicProblem::describe)
                .collect(Collectors.joining("\n  ", "the topics are not as they must be:\n  ", "")));
    }
}
