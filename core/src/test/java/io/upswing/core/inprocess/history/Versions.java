package io.upswing.core.inprocess.history;

import io.upswing.core.source.SourceOrder;
import java.util.Random;

/** The order that a source gives the changes of one entity: with versions or without, and with ties. */
final class Versions {
    private final Random random;
    private final boolean versioned;
    private long version = 1;
    private long occurredAt = 1000;
    private int told;
    private SourceOrder last = new SourceOrder(SourceOrder.UNVERSIONED, 0, "");

    Versions(Random random) {
        this.random = random;
        versioned = random.nextInt(5) != 0;
    }

    /**
     * Of two changes with one version the later decides; with one time too, the event id; with one event id too, the one
     * that stands first in the log. Entities share event ids.
     */
    SourceOrder next() {
        if (told > 0 && random.nextInt(20) == 0) {
            return last;
        }
        int tie = random.nextInt(8);
        version += versioned && tie > 1 ? 1 : 0;
        occurredAt += tie == 0 ? 0 : 1 + random.nextInt(3);
        int event = tie == 0 ? told : told % 3;
        told++;
        last = new SourceOrder(versioned ? version : SourceOrder.UNVERSIONED, occurredAt, "event-" + event);
        return last;
    }
}
