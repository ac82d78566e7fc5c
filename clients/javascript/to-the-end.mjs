// Reads a topic from its beginning to the end that it has now.
import './kafkajs-empty-batches.mjs';
import { randomUUID } from 'node:crypto';

// example:begin to-the-end
/**
 * Calls `each({ partition, message })` for every committed record, in the order of each partition.
 *
 * The end can't be told from the records alone: the last offset of a partition is most often that of a transaction's marker,
 * which a consumer never sees. So this follows the batches, whose last offset counts markers too, and which kafkajs reports
 * by `END_BATCH_PROCESS` even if there was nothing else in them.
 */
export async function readToTheEnd(kafka, topic, each) {
  const ends = await endsOf(kafka, topic);
  const consumer = kafka.consumer({ groupId: `upswing-clients-${randomUUID()}`, readUncommitted: false });
  try {
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await new Promise((resolve, reject) => {
      const reached = (partition, position) => {
        if (position >= (ends.get(partition) ?? 0n)) {
          ends.delete(partition);
        }
        if (ends.size === 0) {
          resolve();
        }
      };
      consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) =>
        reached(payload.partition, BigInt(payload.lastOffset) + 1n),
      );
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
      consumer.run({ autoCommit: false, eachMessage: each }).catch(reject);
      if (ends.size === 0) {
        resolve();
      }
    });
  } finally {
    await consumer.disconnect();
  }
}

/** The end of each partition that has records. */
async function endsOf(kafka, topic) {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const offsets = await admin.fetchTopicOffsets(topic);
    return new Map(
      offsets.filter(({ low, high }) => low !== high).map(({ partition, high }) => [partition, BigInt(high)]),
    );
  } finally {
    await admin.disconnect();
  }
}
// example:end to-the-end
