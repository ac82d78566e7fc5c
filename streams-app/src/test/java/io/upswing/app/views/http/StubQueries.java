package io.upswing.app.views.http;

import io.upswing.app.views.DayReport;
import io.upswing.app.views.EntityQuestion;
import io.upswing.app.views.EntityRow;
import io.upswing.app.views.KpiQueries;
import io.upswing.app.views.Listing;
import io.upswing.app.views.Subject;
import io.upswing.app.views.SubjectKpis;
import io.upswing.app.views.SubjectLevel;
import io.upswing.app.views.SubjectPanes;
import io.upswing.core.entity.Quality;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Knows nobody, unless it is to fail. */
class StubQueries implements KpiQueries {
    @Override
    public Listing all(SubjectLevel level, OptionalInt day) {
        return new Listing(List.of(), 0, 1);
    }

    @Override
    public Optional<SubjectKpis> one(Subject subject, OptionalInt day) {
        return Optional.empty();
    }

    @Override
    public Optional<SubjectPanes> panes(Subject subject) {
        return Optional.empty();
    }

    @Override
    public DayReport days() {
        return new DayReport(List.of(), List.of(), List.of());
    }

    @Override
    public List<EntityRow> entities(EntityQuestion question) {
        return List.of();
    }

    @Override
    public SortedMap<Quality.Key, Long> quality() {
        return new TreeMap<>(Map.of(new Quality.Key("crm", "deal", "gap"), 2L));
    }

    /** Asks a function for the answer to every list. */
    static KpiQueries listing(Function<SubjectLevel, Listing> answer) {
        return new StubQueries() {
            @Override
            public Listing all(SubjectLevel level, OptionalInt day) {
                return answer.apply(level);
            }
        };
    }
}
