package io.upswing.producers.rules;

import io.upswing.core.issues.Rule;
import io.upswing.core.time.Days;
import io.upswing.schemas.RuleEvent;
import io.upswing.schemas.watermarks.WatermarkRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What publishing would do: what files say against what is published. Pure.
 *
 * @param steps    one for each rule of the files, in their order, and then for each published one that they lack
 * @param problems rules that can't be published as they are
 */
public record RulePlan(List<Step> steps, List<RuleProblem> problems) {
    /** A version must lie this far ahead of the open day, so that it is in every partition before it is in force. */
    public static final int DAYS_AHEAD = 2;

    /** What happens to a rule. */
    public enum Kind {
        /** Published for the first time, or again after it was retired. */
        NEW,
        /** A new version. */
        CHANGED,
        /** Nothing is published. */
        UNCHANGED,
        /** It ends with a new version: it is not enabled any more, or not in the files. */
        RETIRED,
        /** Not enabled, and not published before, or retired: nothing is published. */
        OFF,
        /** Published, not in the files, and left as it is. */
        MISSING
    }

    /**
     * What happens to one rule.
     *
     * @param before  the version that was published last
     * @param publish the version that is to be published, if any
     */
    public record Step(String id, Kind kind, Optional<RuleEvent> before, Optional<RuleEvent> publish) {}

    /** Copies the lists. */
    public RulePlan {
        steps = List.copyOf(steps);
        problems = List.copyOf(problems);
    }

    /**
     * Compares.
     *
     * @param retireMissing whether published rules that the files lack are retired
     * @param occurredAt    when the operator says so; goes into the records, and decides nothing
     */
    public static RulePlan of(
            List<WrittenRule> written, PublishedRules published, boolean retireMissing, Instant occurredAt) {
        Draft draft = new Draft(published, occurredAt);
        written.forEach(draft::take);
        Set<String> ids = new HashSet<>();
        written.forEach(rule -> ids.add(rule.id()));
        for (String id : published.versions().keySet()) {
            if (!ids.contains(id)) {
                draft.missing(id, retireMissing);
            }
        }
        return new RulePlan(draft.steps, draft.problems);
    }

    /** The versions to be published, by rule. */
    public List<Map.Entry<String, RuleEvent>> versions() {
        return steps.stream()
                .flatMap(step -> step.publish().map(event -> Map.entry(step.id(), event)).stream())
                .toList();
    }

    private static final class Draft {
        private final PublishedRules published;
        private final Instant occurredAt;
        private final LocalDate earliest;
        private final List<Step> steps = new ArrayList<>();
        private final List<RuleProblem> problems = new ArrayList<>();

        Draft(PublishedRules published, Instant occurredAt) {
            this.published = published;
            this.occurredAt = occurredAt;
            // Where no day is closed, none is too late.
            this.earliest =
                    published.openDay().map(day -> day.plusDays(DAYS_AHEAD)).orElse(WatermarkRecord.FIRST);
        }

        void take(WrittenRule written) {
            Optional<RuleEvent> last = published.last(written.id());
            boolean stands = last.filter(event -> !event.getRetired()).isPresent();
            if (!written.enabled() && !stands) {
                steps.add(new Step(written.id(), Kind.OFF, last, Optional.empty()));
                return;
            }
            LocalDate effective = effective(written);
            RuleEvent next = event(written, last, effective);
            Kind kind = !written.enabled() ? Kind.RETIRED : stands ? Kind.CHANGED : Kind.NEW;
            if (kind == Kind.CHANGED && isUnchanged(written, last.orElseThrow(), next)) {
                steps.add(new Step(written.id(), Kind.UNCHANGED, last, Optional.empty()));
                return;
            }
            if (effective.isBefore(earliest)) {
                problems.add(tooEarly(written, effective));
            }
            steps.add(new Step(written.id(), kind, last, Optional.of(next)));
        }

        /** The date of a rule that is switched off may be the one from which it was in force. */
        private LocalDate effective(WrittenRule written) {
            return written.effective()
                    .filter(day -> written.enabled() || !day.isBefore(earliest))
                    .orElse(earliest);
        }

        void missing(String id, boolean retire) {
            RuleEvent last = published.last(id).orElseThrow();
            if (last.getRetired()) {
                return;
            }
            if (!retire) {
                steps.add(new Step(id, Kind.MISSING, Optional.of(last), Optional.empty()));
                return;
            }
            RuleEvent end = RuleEvents.ending(id, last, earliest, occurredAt);
            steps.add(new Step(id, Kind.RETIRED, Optional.of(last), Optional.of(end)));
        }

        private RuleEvent event(WrittenRule written, Optional<RuleEvent> last, LocalDate effective) {
            Rule rule = written.rule();
            int version = last.map(RuleEvent::getVersion).orElse(0) + 1;
            return RuleEvents.encode(
                    new Rule(
                            rule.id(),
                            version,
                            Days.of(effective),
                            !written.enabled(),
                            rule.title(),
                            rule.because(),
                            rule.form(),
                            rule.hold(),
                            rule.severity(),
                            rule.scope(),
                            rule.escalateAfter()),
                    occurredAt);
        }

        private static boolean isUnchanged(WrittenRule written, RuleEvent last, RuleEvent next) {
            return RuleEvents.sameRule(last, next)
                    && written.effective().map(last.getEffective()::equals).orElse(true);
        }

        private RuleProblem tooEarly(WrittenRule written, LocalDate effective) {
            return new RuleProblem(
                    written.file(),
                    written.line(),
                    written.id() + ".effective",
                    effective.toString(),
                    "%s or later, %d days after the open day, or no date: then it is %s"
                            .formatted(earliest, DAYS_AHEAD, earliest));
        }
    }
}
