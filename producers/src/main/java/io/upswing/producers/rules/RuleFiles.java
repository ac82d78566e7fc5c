package io.upswing.producers.rules;

import io.upswing.core.issues.Form;
import io.upswing.core.issues.Rule;
import io.upswing.core.issues.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads rules from YAML files, and says of each that is wrong where and why. {@code docs/rules.md} describes the files. */
public final class RuleFiles {
    /** The name of the rules that come with Upswing, as problems and rules have it. */
    public static final String DEFAULTS = "rules/default.yaml";

    private static final String SCHEMA = "rules/rules.schema.json";
    private static final int RAISE_DAYS = 7;
    private static final int CLEAR_DAYS = 14;
    private static final int RAMP_DAYS = 90;
    private static final int WORD = 32;
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);
    private static final String RIGHT_FILE = "the key 'rules' with a list of rules";

    private final Units units;
    private final ConditionCompiler conditions;

    /**
     * What files say.
     *
     * @param rules    those that are right, in the order of the files
     * @param problems what is wrong with the others: one of each
     */
    public record Result(List<WrittenRule> rules, List<RuleProblem> problems) {
        /** Copies the lists. */
        public Result {
            rules = List.copyOf(rules);
            problems = List.copyOf(problems);
        }
    }

    /** Reads with the units of an organization. */
    public RuleFiles(Units units, ConditionCompiler conditions) {
        this.units = units;
        this.conditions = conditions;
    }

    /**
     * Reads files. An id may stand in one of them only, and once.
     *
     * @throws UncheckedIOException if one can't be read
     */
    public Result read(List<Path> files) {
        Reading reading = new Reading();
        for (Path file : files) {
            try {
                reading.file(file.toString(), Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException(file + " can't be read: " + e.getMessage(), e);
            }
        }
        return reading.result();
    }

    /** Reads the rules that come with Upswing. */
    public Result defaults() {
        return read(DEFAULTS, resource(DEFAULTS));
    }

    Result read(String name, byte[] yaml) {
        Reading reading = new Reading();
        reading.file(name, yaml);
        return reading.result();
    }

    /** The rules that come with Upswing as they are written, to begin a file of one's own with. */
    public static byte[] defaultYaml() {
        return resource(DEFAULTS);
    }

    /** The JSON Schema of the files, for editors. */
    public static byte[] schema() {
        return resource(SCHEMA);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(
                RuleFiles.class.getClassLoader().getResourceAsStream(name), () -> name + " is not on the class path")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gathers what some files say. */
    private final class Reading {
        private final List<WrittenRule> rules = new ArrayList<>();
        private final List<RuleProblem> problems = new ArrayList<>();
        private final Map<String, String> places = new HashMap<>();

        void file(String name, byte[] yaml) {
            try {
                RuleSection root = RuleSection.of(YamlDocument.parse(name, yaml), RIGHT_FILE);
                List<RuleSection> sections = root.sections("rules", "a list of rules");
                root.finish();
                sections.forEach(section -> rule(name, section));
            } catch (RuleRefusedException e) {
                problems.add(e.problem());
            }
        }

        private void rule(String file, RuleSection section) {
            try {
                WrittenRule rule = written(file, section);
                String earlier = places.putIfAbsent(rule.id(), file + ":" + rule.line());
                if (earlier != null) {
                    throw section.wrong("id", "an id that is not taken: " + earlier + " has it too");
                }
                rules.add(rule);
            } catch (RuleRefusedException e) {
                problems.add(e.problem());
            }
        }

        Result result() {
            return new Result(rules, problems);
        }
    }

    private WrittenRule written(String file, RuleSection section) {
        section.mustBeObject("a rule with id, title, because, severity and a form");
        String id = section.text("id", RuleLimits.ID, RuleLimits.RIGHT_ID);
        if (!RuleLimits.isId(id)) {
            throw section.wrong("id", RuleLimits.RIGHT_ID);
        }
        String title = section.text("title", RuleLimits.TITLE, "what the issue is called");
        String because = section.text("because", RuleLimits.BECAUSE, "why its limits are what they are");
        Rule.Severity severity = severity(section);
        Optional<LocalDate> effective = effective(section);
        boolean enabled = section.flag("enabled", true);
        Rule.Hold hold = new Rule.Hold(
                section.whole("for", 1, RuleLimits.HOLD_DAYS, RAISE_DAYS),
                section.whole("clear-for", 1, RuleLimits.HOLD_DAYS, CLEAR_DAYS));
        OptionalInt escalate = section.has("escalate-after")
                ? OptionalInt.of(section.whole("escalate-after", 1, RuleLimits.ESCALATE_DAYS))
                : OptionalInt.empty();
        Scope scope = section.optionalSection("applies-to", "teams, regions, roles, ramp-days, condition")
                .map(this::scope)
                .orElseGet(() -> Scope.everyone(RAMP_DAYS));
        Form form = new FormReader(units, scope.rampDays()).read(section);
        section.finish();
        Rule rule = new Rule(id, 0, 0, false, title, because, form, hold, severity, scope, escalate);
        return new WrittenRule(rule, effective, enabled, file, section.line());
    }

    private static Rule.Severity severity(RuleSection section) {
        String right = "notice, warning or serious";
        String severity = section.text("severity", WORD, right);
        return Arrays.stream(Rule.Severity.values())
                .filter(known -> known.id().equals(severity))
                .findFirst()
                .orElseThrow(() -> section.wrong("severity", right));
    }

    private static Optional<LocalDate> effective(RuleSection section) {
        String right = "a date such as 2026-03-01, 1990 to 2100";
        return section.optionalText("effective", WORD, right).map(text -> {
            try {
                LocalDate day = LocalDate.parse(text);
                if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
                    return day;
                }
            } catch (DateTimeException e) {
                // Refused below, like a date out of bounds.
            }
            throw section.wrong("effective", right);
        });
    }

    private Scope scope(RuleSection section) {
        Set<String> teams = section.texts("teams", "a list of team ids");
        Set<String> regions = section.texts("regions", "a list of region ids");
        Set<String> roles = section.texts("roles", "a list of roles");
        int rampDays = section.whole("ramp-days", 0, RuleLimits.RAMP_DAYS, RAMP_DAYS);
        Optional<Scope.Condition> condition = section.optionalText(
                        "condition", CelConditions.MAX_LENGTH, "a condition in CEL, such as rep.tenureDays > 180")
                .map(source -> condition(section, source));
        section.finish();
        return new Scope(teams, regions, roles, rampDays, condition);
    }

    private Scope.Condition condition(RuleSection section, String source) {
        try {
            return conditions.compile(source);
        } catch (WrongConditionException e) {
            throw section.wrong("condition", "a condition in CEL; " + e.getMessage());
        }
    }
}
