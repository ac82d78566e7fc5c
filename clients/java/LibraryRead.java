import io.upswing.schemas.KpiSnapshot;
import io.upswing.schemas.serde.SerdeFactory;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Prints the revenue of each rep in the last 30 days, from {@code kpi.current}. Arguments: BROKERS REGISTRY. */
public final class LibraryRead {
    public static void main(String[] args) {
        read(args[0], args[1]);
    }

    // example:begin library-read
    static void read(String brokers, String registry) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (TopicCatalogue topics =
                TopicCatalogue.withDefaults(SerdeFactory.avro(Map.of("schema.registry.url", registry)))) {
            Topic<String, KpiSnapshot> kpis = topics.kpiCurrent();
            try (KafkaConsumer<String, KpiSnapshot> consumer = new KafkaConsumer<>(
                    config, kpis.keySerde().deserializer(), kpis.valueSerde().deserializer())) {
                List<TopicPartition> partitions = consumer.partitionsFor(kpis.name()).stream()
                        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
                // The position steps over the markers of transactions, which are never seen as records.
                while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                    consumer.poll(Duration.ofSeconds(1)).forEach(LibraryRead::print);
                }
            }
        }
    }

    private static void print(ConsumerRecord<String, KpiSnapshot> record) {
        record.value().getWindows().stream()
                .filter(window -> window.getWindow().equals("30d"))
                .flatMap(window -> window.getKpis().stream())
                .filter(kpi -> kpi.getKpi().equals("revenue"))
                .forEach(revenue -> System.out.println(record.key() + " " + revenue.getNumerator()));
    }
    // example:end library-read
}
