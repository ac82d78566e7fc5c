// node count.mjs BROKERS TOPIC
// Prints how many records a topic has up to its present end, whatever their values are.
import { readToTheEnd } from '../to-the-end.mjs';
import { Kafka, logLevel } from 'kafkajs';

const [brokers, topic] = process.argv.slice(2);
const kafka = new Kafka({ clientId: 'check', brokers: brokers.split(','), logLevel: logLevel.ERROR });
let records = 0;
await readToTheEnd(kafka, topic, async () => {
  records += 1;
});
console.log(records);
