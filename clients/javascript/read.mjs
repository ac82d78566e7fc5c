// node read.mjs BROKERS REGISTRY kafkajs|confluent TOPIC
// Prints a line of JSON for each committed record of a topic, up to its present end.
import { readToTheEnd } from './to-the-end.mjs';
import { Kafka, logLevel } from 'kafkajs';
import { registries } from './registries.mjs';

const [brokers, registryUrl, client, topic] = process.argv.slice(2);
const kafka = new Kafka({ clientId: 'acme-dashboard', brokers: brokers.split(','), logLevel: logLevel.ERROR });
const { decode } = registries[client](registryUrl);

// example:begin read
await readToTheEnd(kafka, topic, async ({ partition, message: { offset, key, value, headers } }) => {
  if (key === null) {
    // A watermark, in crm.*, org.*, rules and commands: nothing to decode.
    console.log(JSON.stringify({ partition, offset, dayClosed: String(headers['day-closed']) }));
    return;
  }
  // Without a value the key is erased: in names and notes, and in compacted topics.
  const said = value === null ? null : await decode(topic, value);
  console.log(JSON.stringify({ partition, offset, key: key.toString(), value: said }));
});
// example:end read
