import io.upswing.schemas.serde.SerdeFactory;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Prints partition, offset, key and value of each committed record of a topic, up to its present end. Arguments: BROKERS
 * REGISTRY TOPIC.
 */
public final class LibraryRead {
    public static void main(String[] args) {
        // example:begin library-topics
        try (TopicCatalogue topics =
                TopicCatalogue.withDefaults(SerdeFactory.avro(Map.of("schema.registry.url", args[1])))) {
            switch (args[2]) {
                case "upswing.kpi.current" -> read(args[0], topics.kpiCurrent());
                case "upswing.issues.events" -> read(args[0], topics.issueEvents());
                case "upswing.plans.current" -> read(args[0], topics.plansCurrent());
                case "upswing.crm.deals" -> read(args[0], topics.deals());
                default -> throw new IllegalArgumentException(args[2]);
            }
        }
        // example:end library-topics
    }

    // example:begin library-read
    static <V> void read(String brokers, Topic<String, V> topic) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (KafkaConsumer<String, V> consumer = new KafkaConsumer<>(
                config, topic.keySerde().deserializer(), topic.valueSerde().deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
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

    private static void print(ConsumerRecord<String, ?> record) {
        String said = record.partition() + "\t" + record.offset() + "\t";
        if (record.key() == null) {
            // A watermark, in crm.*, org.*, rules and commands: no value.
            byte[] day = record.headers().lastHeader("day-closed").value();
            System.out.println(said + "dayClosed\t" + new String(day, StandardCharsets.UTF_8));
        } else {
            System.out.println(said + record.key() + "\t" + record.value());
        }
    }
    // example:end library-read
}
