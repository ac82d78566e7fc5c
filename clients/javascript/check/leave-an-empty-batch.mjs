// node leave-an-empty-batch.mjs BROKERS TOPIC
// Makes a topic in which compaction will leave a segment with nothing in it but an empty batch, at offset 0, then two records.
import { Kafka, logLevel } from 'kafkajs';
import { setTimeout } from 'node:timers/promises';

const SEGMENT = 1_048_576; // the smallest that brokers take
const [brokers, topic] = process.argv.slice(2);
const kafka = new Kafka({ clientId: 'check', brokers: brokers.split(','), logLevel: logLevel.NOTHING });

const admin = kafka.admin();
await admin.connect();
await admin.createTopics({
  topics: [
    {
      topic,
      numPartitions: 1,
      configEntries: [
        ['cleanup.policy', 'compact'],
        ['segment.bytes', `${SEGMENT}`],
        ['segment.ms', '1'],
        ['min.cleanable.dirty.ratio', '0.0001'],
        ['delete.retention.ms', '1'],
      ].map(([name, value]) => ({ name, value })),
    },
  ],
});
await admin.disconnect();

/** With a producer of its own: the last batch of each is kept, empty if need be, for the sake of its sequence number. */
async function send(...messages) {
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  for (const message of messages) {
    await producer.send({ topic, acks: -1, messages: [message] });
    await setTimeout(20);
  }
  await producer.disconnect();
}

// Two of them don't go into one segment, so that compaction does not put them together.
const large = Buffer.alloc(SEGMENT * 0.6, 'x');
await send({ key: 'overwritten', value: large });
await send({ key: 'overwritten', value: large }, { key: 'last', value: 'x' });
