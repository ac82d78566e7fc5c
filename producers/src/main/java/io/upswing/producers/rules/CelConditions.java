package io.upswing.producers.rules;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.upswing.core.issues.Scope;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conditions in CEL, the Common Expression Language, over {@code rep.id}, {@code rep.team}, {@code rep.region},
 * {@code rep.role} (texts, empty where unknown) and {@code rep.tenureDays} (a whole number, −1 where unknown).
 *
 * <p>Typed and checked when compiled, and pure: CEL has no clock, no state and no side effects. Its cost is bounded by its
 * length: there are no macros, so no loops, and neither regular expressions nor conversions, so that no type is open until
 * it runs. What still fails for a rep, a division by zero or an overflow, does not hold for that rep. A test costs some
 * hundred nanoseconds. Safe for several threads.
 */
public final class CelConditions implements ConditionCompiler {
    /** The most characters of a condition. */
    public static final int MAX_LENGTH = 1_000;

    private static final int MAX_DEPTH = 32;
    private static final String VARIABLES = "rep.id, rep.team, rep.region, rep.role and rep.tenureDays";
    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(MAX_LENGTH)
            .maxParseRecursionDepth(MAX_DEPTH)
            .maxParseErrorRecoveryLimit(0)
            .enableHeterogeneousNumericComparisons(true) // the runtime compares so, and the compiler must know
            .build();
    private static final CelStandardDeclarations FUNCTIONS = CelStandardDeclarations.newBuilder()
            .includeFunctions(
                    StandardFunction.CONDITIONAL,
                    StandardFunction.LOGICAL_NOT,
                    StandardFunction.LOGICAL_OR,
                    StandardFunction.LOGICAL_AND,
                    StandardFunction.EQUALS,
                    StandardFunction.NOT_EQUALS,
                    StandardFunction.LESS,
                    StandardFunction.LESS_EQUALS,
                    StandardFunction.GREATER,
                    StandardFunction.GREATER_EQUALS,
                    StandardFunction.IN,
                    StandardFunction.ADD,
                    StandardFunction.SUBTRACT,
                    StandardFunction.MULTIPLY,
                    StandardFunction.DIVIDE,
                    StandardFunction.MODULO,
                    StandardFunction.NEGATE,
                    StandardFunction.SIZE,
                    StandardFunction.CONTAINS,
                    StandardFunction.STARTS_WITH,
                    StandardFunction.ENDS_WITH)
            .build();

    private final CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(FUNCTIONS)
            .addVar("rep.id", SimpleType.STRING)
            .addVar("rep.team", SimpleType.STRING)
            .addVar("rep.region", SimpleType.STRING)
            .addVar("rep.role", SimpleType.STRING)
            .addVar("rep.tenureDays", SimpleType.INT)
            .setResultType(SimpleType.BOOL)
            .build();
    private final CelRuntime runtime =
            CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

    @Override
    public Scope.Condition compile(String source) {
        if (source.codePointCount(0, source.length()) > MAX_LENGTH) {
            throw new WrongConditionException(1, 1, "longer than " + MAX_LENGTH + " characters");
        }
        try {
            CelAbstractSyntaxTree tree = compiler.compile(source).getAst();
            CelRuntime.Program program = runtime.createProgram(tree);
            return new Scope.Condition(source, subject -> holds(program, subject));
        } catch (CelValidationException e) {
            throw refused(e);
        } catch (CelEvaluationException e) {
            throw new WrongConditionException(1, 1, reason(e.getMessage()));
        }
    }

    private static boolean holds(CelRuntime.Program program, Scope.Subject subject) {
        try {
            return program.eval(Map.of(
                            "rep.id", subject.rep(),
                            "rep.team", subject.team().orElse(""),
                            "rep.region", subject.region().orElse(""),
                            "rep.role", subject.role().orElse(""),
                            "rep.tenureDays", (long) subject.tenureDays().orElse(-1)))
                    .equals(true);
        } catch (CelEvaluationException e) {
            return false;
        }
    }

    private static WrongConditionException refused(CelValidationException e) {
        return e.getErrors().stream()
                .findFirst()
                .map(CelConditions::refused)
                .orElseGet(() -> new WrongConditionException(1, 1, reason(e.getMessage())));
    }

    private static WrongConditionException refused(CelIssue issue) {
        return new WrongConditionException(
                Math.max(1, issue.getSourceLocation().getLine()),
                issue.getSourceLocation().getColumn() + 1,
                reason(issue.getMessage()));
    }

    /** Without what only those need who write parsers. */
    private static String reason(@Nullable String message) {
        String words = String.valueOf(message)
                .strip()
                .replaceAll("\\s+", " ")
                .replaceAll(" expecting .*| \\(candidates: .*| \\(in container ''\\)", "")
                .replace("mismatched input '<EOF>'", "it ends too early");
        return words.startsWith("undeclared reference") ? words + "; there are " + VARIABLES : words;
    }
}
