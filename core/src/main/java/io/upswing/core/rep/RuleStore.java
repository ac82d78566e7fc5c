package io.upswing.core.rep;

import io.upswing.core.issues.Rule;
import java.util.List;

/** The versions of all rules. */
public interface RuleStore {
    /**
     * A version of a rule.
     *
     * @param appliesFrom the later of its effective day and the day on which it was recorded
     */
    record Entry(Rule rule, int appliesFrom) {}

    void put(Entry entry);

    /** All, in any order. */
    List<Entry> all();
}
