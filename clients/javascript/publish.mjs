// node publish.mjs BROKERS REGISTRY kafkajs|confluent REP DAY ID
// Publishes a deal of 1,250.00 that the rep has won on the day, and a call on the same day.
import { Kafka, logLevel } from 'kafkajs';
import { registries } from './registries.mjs';

const [brokers, registryUrl, client, rep, day, id] = process.argv.slice(2);
const kafka = new Kafka({ clientId: 'acme-crm', brokers: brokers.split(','), logLevel: logLevel.ERROR });
const { encode } = registries[client](registryUrl);

// example:begin publish
const date = (iso) => ({ int: Date.parse(iso) / 86_400_000 }); // days since 1970-01-01; an instant is { long: milliseconds }
const deal = {
  eventId: `${id}-1`,
  source: 'acme-crm',
  sourceVersion: 1,
  occurredAt: Date.parse(`${day}T09:30:00Z`),
  change: {
    'io.upswing.schemas.DealState': {
      status: 'WON',
      stage: 'closed',
      amountMinor: 125_000, // cents
      currency: null, // the reporting currency
      created: date(day),
      closed: date(day),
      expectedClose: null,
      owner: rep,
      credits: [],
    },
  },
};
const activity = {
  eventId: `${id}-call-1`,
  source: 'acme-crm',
  sourceVersion: 1,
  occurredAt: Date.parse(`${day}T09:00:00Z`),
  change: {
    'io.upswing.schemas.ActivityState': {
      kind: 'CALL',
      status: 'DONE',
      happened: date(day),
      logged: null,
      owner: rep,
      deal: id,
      lead: null,
      channel: null,
    },
  },
};

// kafkajs puts keys where Java does, as long as no partitioner is given (from version 2 on).
const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
await producer.connect();
for (const [topic, key, event] of [
  ['upswing.crm.deals', id, deal],
  ['upswing.crm.activities', `${id}-call`, activity],
]) {
  await producer.send({ topic, acks: -1, messages: [{ key, value: await encode(topic, event) }] });
}
await producer.disconnect();
// example:end publish
console.log(`published deal ${id} and activity ${id}-call`);
