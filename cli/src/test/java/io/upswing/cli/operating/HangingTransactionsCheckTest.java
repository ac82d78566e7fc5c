package io.upswing.cli.operating;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.cli.operating.HangingTransactionsCheck.Open;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class HangingTransactionsCheckTest {
    private static final TopicPartition SUMS = new TopicPartition("unit-sums", 0);
    private static final TopicPartition OTHER = new TopicPartition("unit-sums", 1);
    private static final Open OPEN =
            new Open(SUMS, new ProducerState(7, 5, 116, 1_000, OptionalInt.empty(), OptionalLong.of(6409)));

    private static TransactionDescription transaction(long producer, int epoch, TopicPartition... partitions) {
        return new TransactionDescription(
                1, TransactionState.ONGOING, producer, epoch, 10_000, OptionalLong.of(900), Set.of(partitions));
    }

    @Test
    void aTransactionThatItsCoordinatorHasWillBeEnded() {
        assertThat(OPEN.isIn(List.of(transaction(8, 5, SUMS), transaction(7, 5, OTHER, SUMS))))
                .isTrue();
    }

    @Test
    void oneThatTheCoordinatorHasEndedOrHasWithoutThisPartitionHangs() {
        assertThat(OPEN.isIn(List.of())).isFalse();
        assertThat(OPEN.isIn(List.of(transaction(7, 5, OTHER)))).isFalse();
        assertThat(OPEN.isIn(List.of(transaction(7, 6, SUMS)))).isFalse();
        assertThat(OPEN.isIn(List.of(transaction(8, 5, SUMS)))).isFalse();
    }
}
