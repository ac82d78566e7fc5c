package io.upswing.core.inprocess.model;

import io.upswing.core.entity.ActivityChange;
import io.upswing.core.entity.ActivityState;
import io.upswing.core.entity.ActivityState.Moment;
import io.upswing.core.entity.DealChange;
import io.upswing.core.entity.DealChange.Field;
import io.upswing.core.entity.DealState;
import io.upswing.core.entity.DealState.Share;
import io.upswing.core.evaluation.Assignment;
import io.upswing.core.rep.OrgChange;
import io.upswing.core.rep.QuotaChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Writes into the tables what one record says: a row for each field that it sets or clears. */
record Writer(Database database, int seq) {
    /** Returns the reps that it names. */
    List<String> deal(DealChange change) {
        List<String> reps = new ArrayList<>();
        switch (change) {
            case DealChange.Whole(DealState state) -> {
                say("status", state.status().name());
                say("amount", orNull(state.amount()));
                say("currency", state.currency().orElse(null));
                say("created", orNull(state.created()));
                say("closed", orNull(state.closed()));
                say("expected", orNull(state.expectedClose()));
                say("owner", state.owner().orElse(null));
                shares(state.credits());
                state.owner().ifPresent(reps::add);
                state.credits().forEach(share -> reps.add(share.rep()));
            }
            case DealChange.Patch patch -> {
                patch.status().ifPresent(status -> say("status", status.name()));
                patch.amount().ifPresent(field -> say("amount", orNull(field.value())));
                patch.currency()
                        .ifPresent(field -> say("currency", field.value().orElse(null)));
                patch.created().ifPresent(field -> say("created", orNull(field.value())));
                patch.closed().ifPresent(field -> say("closed", orNull(field.value())));
                patch.expectedClose().ifPresent(field -> say("expected", orNull(field.value())));
                patch.owner().ifPresent(field -> say("owner", field.value().orElse(null)));
                patch.credits().ifPresent(field -> shares(field.value()));
                patch.owner().flatMap(Field::value).ifPresent(reps::add);
                patch.credits().stream()
                        .flatMap(field -> field.value().stream())
                        .forEach(share -> reps.add(share.rep()));
            }
            case DealChange.Deleted ignored -> say("status", "DELETED");
            case DealChange.Merged ignored -> say("status", "MERGED");
            case DealChange.Gap ignored -> {}
        }
        return reps;
    }

    /** Returns the reps that it names. */
    List<String> activity(ActivityChange change) {
        Optional<String> owner = Optional.empty();
        switch (change) {
            case ActivityChange.Whole(ActivityState state) -> {
                owner = state.owner();
                say("kind", state.kind().name());
                say("status", state.status().name());
                moment("happened", state.happened());
                moment("logged", state.logged());
                say("owner", owner.orElse(null));
                say("channel", state.channel().map(Enum::name).orElse(null));
            }
            case ActivityChange.Patch patch -> {
                owner = patch.owner().flatMap(Field::value);
                patch.kind().ifPresent(kind -> say("kind", kind.name()));
                patch.status().ifPresent(status -> say("status", status.name()));
                patch.happened().ifPresent(field -> moment("happened", field.value()));
                patch.logged().ifPresent(field -> moment("logged", field.value()));
                patch.owner().ifPresent(field -> say("owner", field.value().orElse(null)));
                patch.channel()
                        .ifPresent(field ->
                                say("channel", field.value().map(Enum::name).orElse(null)));
            }
            case ActivityChange.Deleted ignored -> say("status", "DELETED");
            case ActivityChange.Merged ignored -> say("status", "MERGED");
            case ActivityChange.Gap ignored -> {}
        }
        return owner.stream().toList();
    }

    void org(OrgChange change) {
        database.execute(
                "insert into org values (?, ?, ?, ?, ?)",
                seq,
                change.effectiveFrom(),
                change.assignment().isEmpty(),
                change.assignment().flatMap(Assignment::team).orElse(null),
                change.assignment().flatMap(Assignment::region).orElse(null));
    }

    void quota(QuotaChange change) {
        database.execute(
                "insert into quota values (?, ?, ?, ?, ?, null)",
                seq,
                change.slot().period().name(),
                change.slot().start(),
                change.slot().effectiveFrom(),
                orNull(change.amount()));
    }

    private void say(String field, @Nullable Object value) {
        database.execute("insert into said values (?, ?, ?, null)", seq, field, value);
    }

    private void moment(String field, Optional<Moment> moment) {
        database.execute(
                "insert into said values (?, ?, ?, ?)",
                seq,
                field,
                moment.map(Moment::day).orElse(null),
                moment.map(m -> orNull(m.second())).orElse(null));
    }

    /** The value is where the shares stand. */
    private void shares(List<Share> shares) {
        say("credits", shares.isEmpty() ? null : (Integer) seq);
        for (int place = 0; place < shares.size(); place++) {
            Share share = shares.get(place);
            database.execute("insert into share values (?, ?, ?, ?)", seq, place, share.rep(), share.basisPoints());
        }
    }

    private static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? (Long) value.getAsLong() : null;
    }

    private static @Nullable Integer orNull(OptionalInt value) {
        return value.isPresent() ? (Integer) value.getAsInt() : null;
    }
}
