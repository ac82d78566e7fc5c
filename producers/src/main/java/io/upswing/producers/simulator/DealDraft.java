package io.upswing.producers.simulator;

import io.upswing.schemas.Credit;
import io.upswing.schemas.DealField;
import io.upswing.schemas.DealPatch;
import io.upswing.schemas.DealState;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.Deleted;
import io.upswing.schemas.Gap;
import io.upswing.schemas.Merged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deal in the CRM: what it is now, and what the edit under way will tell of it. */
final class DealDraft implements Draft {
    private DealStatus status = DealStatus.OPEN;
    private @Nullable String stage;
    private @Nullable Long amount;
    private @Nullable String currency;
    private @Nullable Object created;
    private @Nullable Object closed;
    private @Nullable LocalDate expectedClose;
    private @Nullable String owner;
    private List<Credit> credits = List.of();

    private DealPatch patch = emptyPatch();
    private @Nullable Object instead;
    private boolean gone;

    private static DealPatch emptyPatch() {
        return new DealPatch(null, null, null, null, null, null, null, null, null, new ArrayList<>());
    }

    void status(DealStatus value) {
        status = value;
        patch.setStatus(value);
    }

    void stage(@Nullable String value) {
        stage = value;
        patch.setStage(value);
        clear(value, DealField.STAGE);
    }

    void amount(@Nullable Long value) {
        amount = value;
        patch.setAmountMinor(value);
        clear(value, DealField.AMOUNT);
    }

    /** By so much, if there is an amount. */
    void scaleAmount(double factor) {
        if (amount != null) {
            amount(Math.round(amount * factor));
        }
    }

    void currency(@Nullable String value) {
        currency = value;
        patch.setCurrency(value);
        clear(value, DealField.CURRENCY);
    }

    /** @param value a date or an instant */
    void created(Object value) {
        created = value;
        patch.setCreated(value);
    }

    /** @param value a date or an instant */
    void closed(@Nullable Object value) {
        closed = value;
        patch.setClosed(value);
        clear(value, DealField.CLOSED);
    }

    void expectedClose(@Nullable LocalDate value) {
        expectedClose = value;
        patch.setExpectedClose(value);
        clear(value, DealField.EXPECTED_CLOSE);
    }

    void owner(@Nullable String value) {
        owner = value;
        patch.setOwner(value);
        clear(value, DealField.OWNER);
    }

    void credits(List<Credit> value) {
        credits = List.copyOf(value);
        patch.setCredits(value.isEmpty() ? null : credits);
        clear(value.isEmpty() ? null : value, DealField.CREDITS);
    }

    private void clear(@Nullable Object value, DealField field) {
        if (value == null) {
            patch.getCleared().add(field);
        }
    }

    /** The deal is no longer there, until it is {@link #restore restored}. */
    void delete() {
        instead = new Deleted();
        gone = true;
    }

    void mergeInto(String survivor) {
        instead = new Merged(survivor);
        gone = true;
    }

    /** It is there again, and told as a whole. */
    void restore() {
        gone = false;
        restate();
    }

    /** What is edited is not told, but that something was missed. */
    void miss() {
        instead = new Gap("export failed");
    }

    /** Tells the whole state. */
    void restate() {
        instead = state();
    }

    @Override
    public boolean isGone() {
        return gone;
    }

    boolean isOpen() {
        return status == DealStatus.OPEN;
    }

    @Override
    public Object told(boolean whole) {
        Object change = instead != null ? instead : whole ? state() : patch;
        instead = null;
        patch = emptyPatch();
        return change;
    }

    private DealState state() {
        return new DealState(status, stage, amount, currency, created, closed, expectedClose, owner, credits);
    }
}
