package io.upswing.app.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.app.views.EntityQuestion.Kind;
import io.upswing.core.entity.Deal;
import io.upswing.core.entity.DealChange;
import io.upswing.core.entity.DealState;
import io.upswing.core.entity.DealState.Share;
import io.upswing.core.entity.DealState.Status;
import io.upswing.core.entity.Place;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;
import io.upswing.core.source.SourceOrder;
import io.upswing.core.time.Days;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EntityPagesTest {
    private static final int DAY = Days.of("2017-05-31");

    private final InMemoryStages stages = new InMemoryStages(1, 1);

    private static Deal won(String owner) {
        DealState state = new DealState(
                Status.WON,
                Optional.empty(),
                OptionalLong.of(5_00),
                Optional.empty(),
                OptionalInt.of(DAY - 3),
                OptionalInt.of(DAY),
                OptionalInt.empty(),
                Optional.of(owner),
                List.of());
        return Deal.UNKNOWN.merge(new SourceOrder(1, 0, "e"), "crm", new DealChange.Whole(state));
    }

    private List<EntityRow> page(Optional<String> after, int limit) {
        return stages.queries().entities(new EntityQuestion(Kind.DEAL, after, limit));
    }

    @Test
    void pagesFollowEachOtherUntilNothingIsLeft() {
        List<String> ids = List.of("z", "é", "aa", "bb", "ccc");
        ids.forEach(id -> stages.entities().deals().put(id, won("ann")));

        List<String> read = new ArrayList<>();
        List<EntityRow> page = page(Optional.empty(), 2);
        while (!page.isEmpty()) {
            page.forEach(row -> read.add(row.id()));
            page = page(Optional.of(read.getLast()), 2);
        }

        assertThat(read).containsExactly("z", "aa", "bb", "é", "ccc");
    }

    @Test
    void aRowSaysWhoHasTheCreditAndWhatTheDealAddsWhere() {
        stages.entities().deals().put("d1", won("ann"));

        EntityRow row = page(Optional.empty(), 10).getFirst();

        assertThat(row.status()).isEqualTo("won");
        assertThat(row.source()).isEqualTo("crm");
        assertThat(row.credited()).containsExactly(new Share("ann", 10_000));
        assertThat(row.facts().getOrDefault(new Place("ann", DAY), Sums.ZERO).get(Measure.REVENUE))
                .isEqualTo(5_00);
    }

    @Test
    void aPageOfNoneOrOfTooManyIsRefused() {
        assertThatThrownBy(() -> new EntityQuestion(Kind.DEAL, Optional.empty(), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EntityQuestion(Kind.DEAL, Optional.empty(), EntityQuestion.MOST + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
