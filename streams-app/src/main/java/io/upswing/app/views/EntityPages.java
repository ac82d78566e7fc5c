package io.upswing.app.views;

import io.upswing.core.entity.Activity;
import io.upswing.core.entity.Contributions;
import io.upswing.core.entity.Deal;
import io.upswing.core.entity.DealState.Share;
import io.upswing.core.entity.EntityStores;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the entities of one task, a page at a time. */
record EntityPages(Contributions contributions) {
    private static final int ALL = 10_000;

    /** The next entities of a kind, in the order of the store. */
    List<EntityRow> read(EntityStores stores, EntityQuestion question) {
        return switch (question.kind()) {
            case DEAL ->
                stores.deals().after(question.after(), question.limit()).stream()
                        .map(entry -> deal(entry.id(), entry.entity()))
                        .toList();
            case ACTIVITY ->
                stores.activities().after(question.after(), question.limit()).stream()
                        .map(entry -> activity(entry.id(), entry.entity()))
                        .toList();
        };
    }

    private EntityRow deal(String id, Deal deal) {
        return new EntityRow(
                id,
                deal.spoken().source().value(),
                deal.status().map(EntityPages::text).orElse(""),
                deal.owner(),
                contributions.credited(deal),
                contributions.of(deal));
    }

    private EntityRow activity(String id, Activity activity) {
        Optional<String> owner = activity.owner().value();
        return new EntityRow(
                id,
                activity.spoken().source().value(),
                activity.status().value().map(EntityPages::text).orElse(""),
                owner,
                owner.map(rep -> List.of(new Share(rep, ALL))).orElse(List.of()),
                contributions.of(activity));
    }

    private static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
