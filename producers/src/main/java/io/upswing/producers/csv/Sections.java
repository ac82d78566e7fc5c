package io.upswing.producers.csv;

import io.upswing.schemas.ActivityChannel;
import io.upswing.schemas.ActivityKind;
import io.upswing.schemas.ActivityStatus;
import io.upswing.schemas.DealStatus;
import java.util.Optional;

/**
 * Reads the mapping's sections on deals, activities, reps and quotas. Ids that name the same thing must be made in the same
 * way wherever they stand, else they would name strangers.
 */
final class Sections {
    private static final String FILE = "the name of a CSV file";

    private final YamlSection root;
    private final IdRules ids;
    private final Rules rules;
    private final Meeting reps = new Meeting();
    private final Meeting deals = new Meeting();

    /** The first place in which an id of a kind stands, and how it is made there. */
    private static final class Meeting {
        private String path = "";
        private Optional<IdRule> first = Optional.empty();

        IdRule check(YamlSection section, String key, IdRule rule) {
            if (first.isEmpty()) {
                first = Optional.of(rule);
                path = section.pathOf(key);
            } else if (!rule.meets(first.get())) {
                throw section.wrong(
                        key, "made in the same way as %s, from as many columns: else they never meet".formatted(path));
            }
            return rule;
        }
    }

    Sections(YamlSection root, IdRules ids, Rules rules) {
        this.root = root;
        this.ids = ids;
        this.rules = rules;
    }

    Optional<RepMapping> reps() {
        return root.optionalSection("reps", "a section with file, id, team, region, ...")
                .map(this::reps);
    }

    Optional<DealMapping> deals() {
        return root.optionalSection("deals", "a section with file, id, owner, stage, ...")
                .map(this::deals);
    }

    Optional<ActivityMapping> activities() {
        return root.optionalSection("activities", "a section with file, id, owner, kind, ...")
                .map(this::activities);
    }

    Optional<QuotaMapping> quotas() {
        return root.optionalSection("quotas", "a section with file, rep, period, ...")
                .map(this::quotas);
    }

    private RepMapping reps(YamlSection section) {
        RepMapping mapping = new RepMapping(
                section.text("file", FILE),
                rep(section, "id"),
                ids.optionalRule(section, "team", IdKind.TEAM),
                ids.optionalRule(section, "region", IdKind.REGION),
                rules.optionalDate(section, "hired"),
                Rules.optionalColumn(section, "role"),
                rules.effectiveFrom(section),
                section.optionalSection("leaves", "a section with file, rep, from and to")
                        .map(this::leaves),
                rules.optionalVersion(section));
        section.finish();
        return mapping;
    }

    private LeaveMapping leaves(YamlSection section) {
        LeaveMapping mapping = new LeaveMapping(
                section.text("file", FILE),
                rep(section, "rep"),
                rules.date(section, "from"),
                rules.date(section, "to"));
        section.finish();
        return mapping;
    }

    private DealMapping deals(YamlSection section) {
        DealMapping mapping = new DealMapping(
                section.text("file", FILE),
                deals.check(section, "id", ids.rule(section, "id", IdKind.DEAL)),
                optionalRep(section, "owner"),
                rules.words(section.section("stage", "column, open, won and lost"), "stage", DealStatus.values(), true),
                rules.optionalAmount(section),
                rules.date(section, "created"),
                rules.date(section, "closed"),
                rules.optionalDate(section, "expectedClose"),
                rules.optionalVersion(section));
        section.finish();
        return mapping;
    }

    private ActivityMapping activities(YamlSection section) {
        ActivityMapping mapping = new ActivityMapping(
                section.text("file", FILE),
                ids.rule(section, "id", IdKind.ACTIVITY),
                optionalRep(section, "owner"),
                rules.words(
                        section.section("kind", "column, and lists of words"), "kind", ActivityKind.values(), false),
                rules.optionalWords(section, "status", ActivityStatus.values()),
                rules.date(section, "happened"),
                rules.optionalDate(section, "logged"),
                ids.optionalRule(section, "deal", IdKind.DEAL).map(rule -> deals.check(section, "deal", rule)),
                ids.optionalRule(section, "lead", IdKind.LEAD),
                rules.optionalWords(section, "channel", ActivityChannel.values()),
                rules.optionalVersion(section));
        section.finish();
        return mapping;
    }

    private QuotaMapping quotas(YamlSection section) {
        if (!section.has("amount")) {
            throw section.missing("amount", "a column, or column, decimal and thousands");
        }
        QuotaMapping mapping = new QuotaMapping(
                section.text("file", FILE),
                rep(section, "rep"),
                rules.period(section),
                rules.date(section, "periodStart"),
                rules.optionalDate(section, "effectiveFrom"),
                rules.amount(section),
                rules.optionalVersion(section));
        section.finish();
        return mapping;
    }

    private IdRule rep(YamlSection section, String key) {
        return reps.check(section, key, ids.rule(section, key, IdKind.REP));
    }

    private Optional<IdRule> optionalRep(YamlSection section, String key) {
        return ids.optionalRule(section, key, IdKind.REP).map(rule -> reps.check(section, key, rule));
    }
}
