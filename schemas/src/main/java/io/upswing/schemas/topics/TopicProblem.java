package io.upswing.schemas.topics;

/**
 * A topic that is not as it must be.
 *
 * @param what differs: {@code topic}, {@code partitions}, or the name of a setting
 * @param found what it is
 * @param right what would be right
 */
public record TopicProblem(String topic, String what, String found, String right) {
    /** One line for a person. */
    public String describe() {
        return topic + ": " + what + " is " + found + ", must be " + right;
    }
}
