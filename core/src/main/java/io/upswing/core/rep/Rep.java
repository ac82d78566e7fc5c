package io.upswing.core.rep;

/**
 * What the rep stage knows of a rep beside sums.
 *
 * @param timeline with all changes that are live, and those superseded ones that an evaluation may still ask for
 * @param exists   whether an evaluation has found that the panes are, or were, not all zero, or an org record
 */
public record Rep(Timeline timeline, Quotas quotas, boolean exists) {
    /** A rep of whom nothing is known yet. */
    public static final Rep UNKNOWN = new Rep(Timeline.EMPTY, Quotas.NONE, false);

    Rep withTimeline(Timeline changed) {
        return new Rep(changed, quotas, exists);
    }

    Rep withQuotas(Quotas changed) {
        return new Rep(timeline, changed, exists);
    }
}
