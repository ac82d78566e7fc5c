package io.upswing.containers;

import io.upswing.producers.publish.Publisher;
import io.upswing.producers.publish.Revision;
import io.upswing.producers.publish.Source;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.serde.SerdeFactory;
import io.upswing.schemas.topics.TopicCatalogue;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** A CRM that publishes won deals, and knows who has won how much. */
final class Crm implements AutoCloseable {
    private static final Source CRM = Source.versioned("crm");

    private final TopicCatalogue topics;
    private final Publisher publisher;
    private final Map<String, BigDecimal> won = new HashMap<>();
    private int deals;

    Crm(Installation installation) {
        topics = new TopicCatalogue(
                TopicCatalogue.DEFAULT_PREFIX,
                Installation.PARTITIONS,
                SerdeFactory.avro(Map.of("schema.registry.url", installation.registryUrl())));
        publisher = Publisher.connect(Map.of("bootstrap.servers", installation.bootstrapServers()), topics);
    }

    /** Publishes a deal that is won on the open day. */
    void wins(String rep, String amount) {
        BigDecimal value = new BigDecimal(amount);
        Revision revision = Revision.of(1, Installation.OPEN_DAY.atTime(12, 0).toInstant(ZoneOffset.UTC));
        var unused = publisher.publish(CRM.deals()
                .whole("crm-" + deals++, revision, DealStatus.WON)
                .amount(value, "USD")
                .created(Installation.LAST_DAY)
                .closed(Installation.OPEN_DAY)
                .owner(rep)
                .build());
        publisher.flush();
        won.merge(rep, value, BigDecimal::add);
    }

    /** What a rep has won in the last 30 days, with what came from the export. */
    BigDecimal revenue(String rep) {
        return Installation.REVENUE_BEFORE.add(won.getOrDefault(rep, BigDecimal.ZERO));
    }

    @Override
    public void close() {
        publisher.close();
        topics.close();
    }
}
