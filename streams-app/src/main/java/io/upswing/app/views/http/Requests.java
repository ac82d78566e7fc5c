package io.upswing.app.views.http;

import io.javalin.http.Context;
import io.upswing.app.views.EntityQuestion;
import io.upswing.app.views.Subject;
import io.upswing.app.views.SubjectLevel;
import io.upswing.app.views.http.Problem.Kind;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Window;
import io.upswing.core.time.Days;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What requests ask for. What can't be understood is a {@link ProblemException} that says what would be right. */
final class Requests {
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Requests() {}

    /** Refuses parameters that the path has not, so that a slip of the pen is not taken for a wish for everything. */
    static void allow(Context ctx, String... names) {
        List<String> known = List.of(names);
        for (Map.Entry<String, List<String>> parameter : ctx.queryParamMap().entrySet()) {
            if (!known.contains(parameter.getKey())) {
                throw new ProblemException(
                        Kind.UNKNOWN_PARAMETER,
                        "there is no parameter '" + parameter.getKey() + "' here: "
                                + (known.isEmpty() ? "give none" : "use " + listed(known)));
            }
            if (parameter.getValue().size() > 1) {
                throw new ProblemException(
                        Kind.REPEATED_PARAMETER, "give the parameter '" + parameter.getKey() + "' only once");
            }
        }
    }

    static SubjectLevel level(Context ctx) {
        String text = ctx.pathParam("level");
        return SubjectLevel.byId(text)
                .orElseThrow(() -> new ProblemException(
                        Kind.UNKNOWN_LEVEL,
                        "'" + text + "' is no level: use "
                                + listed(Arrays.stream(SubjectLevel.values())
                                        .map(SubjectLevel::id)
                                        .toList())));
    }

    /** The subject in the path. */
    static Subject subject(Context ctx) {
        SubjectLevel level = level(ctx);
        String id = ctx.pathParam("id");
        if (level == SubjectLevel.COMPANY && !id.equals(Subject.COMPANY_ID)) {
            throw new ProblemException(
                    Kind.UNKNOWN_SUBJECT, "there is one company: its id is '" + Subject.COMPANY_ID + "'");
        }
        return new Subject(level, id);
    }

    /** Nobody is known by the id. */
    static ProblemException unknown(Subject subject) {
        return new ProblemException(
                Kind.UNKNOWN_SUBJECT,
                "no " + subject.level().id() + " has the id '" + subject.id() + "': GET /api/v1/kpis/"
                        + subject.level().id() + " lists those that are known");
    }

    /** The day that a parameter gives, as epoch day. */
    static OptionalInt day(Context ctx, String name) {
        Optional<String> text = query(ctx, name);
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(day(name, text.get()));
    }

    private static int day(String name, String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return Days.of(LocalDate.parse(text));
            }
        } catch (DateTimeException e) {
            throw badDate(name, text, e);
        }
        throw badDate(name, text, new DateTimeException("not of the form"));
    }

    private static ProblemException badDate(String name, String text, DateTimeException cause) {
        ProblemException problem = new ProblemException(
                Kind.BAD_DATE, name + " is '" + text + "', which is no date: write it as 2017-12-31");
        problem.initCause(cause);
        return problem;
    }

    /** One of some windows. */
    static Optional<Window> window(Context ctx, List<Window> known) {
        return query(ctx, "window")
                .map(id -> known.stream()
                        .filter(window -> window.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(
                                Kind.UNKNOWN_WINDOW,
                                "'" + id + "' is no window here: use "
                                        + listed(known.stream().map(Window::id).toList()))));
    }

    static Kpi kpi(Context ctx) {
        List<String> ids = Arrays.stream(Kpi.values()).map(Kpi::id).toList();
        String id = query(ctx, "kpi")
                .orElseThrow(() -> new ProblemException(
                        Kind.MISSING_PARAMETER, "the parameter 'kpi' is missing: give one of " + listed(ids)));
        return Kpi.byId(id)
                .orElseThrow(() ->
                        new ProblemException(Kind.UNKNOWN_KPI, "'" + id + "' is no KPI: use one of " + listed(ids)));
    }

    /** Which page of entities. */
    static EntityQuestion entities(Context ctx) {
        allow(ctx, "after", "limit");
        String kind = ctx.pathParam("kind");
        List<String> kinds = Arrays.stream(EntityQuestion.Kind.values())
                .map(EntityQuestion.Kind::id)
                .toList();
        return new EntityQuestion(
                EntityQuestion.Kind.byId(kind)
                        .orElseThrow(() -> new ProblemException(
                                Kind.UNKNOWN_LEVEL, "'" + kind + "' is no kind of entity: use " + listed(kinds))),
                query(ctx, "after"),
                query(ctx, "limit").map(Requests::limit).orElse(EntityQuestion.MOST));
    }

    private static int limit(String text) {
        if (!LIMIT.matcher(text).matches() || Integer.parseInt(text) > EntityQuestion.MOST) {
            throw new ProblemException(
                    Kind.BAD_NUMBER, "limit is '" + text + "': a page has 1 to " + EntityQuestion.MOST + " entities");
        }
        return Integer.parseInt(text);
    }

    /** A parameter, if it is given. */
    static Optional<String> query(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name));
    }

    private static String listed(List<String> words) {
        return words.stream().collect(Collectors.joining(", "));
    }
}
