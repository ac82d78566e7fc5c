// node roll-segments.mjs BROKERS TOPIC...
// From now on each batch of these topics begins a segment, so that a transaction's marker lies in one of its own. Compaction
// waits for an hour, so that two readers find the same.
import kafkajs from 'kafkajs';

const { ConfigResourceTypes, Kafka, logLevel } = kafkajs;
const OF_THE_TOPIC = 1;
const CHANGED = { 'segment.ms': '1', 'min.compaction.lag.ms': '3600000' };
const [brokers, ...topics] = process.argv.slice(2);
const admin = new Kafka({ clientId: 'check', brokers: brokers.split(','), logLevel: logLevel.ERROR }).admin();
await admin.connect();
const { resources } = await admin.describeConfigs({
  includeSynonyms: false,
  resources: topics.map((name) => ({ type: ConfigResourceTypes.TOPIC, name })),
});
// What is left out would be set back to its default.
await admin.alterConfigs({
  validateOnly: false,
  resources: resources.map(({ resourceName, configEntries }) => ({
    type: ConfigResourceTypes.TOPIC,
    name: resourceName,
    configEntries: [
      ...configEntries
        .filter(({ configSource, configName }) => configSource === OF_THE_TOPIC && !(configName in CHANGED))
        .map(({ configName, configValue }) => ({ name: configName, value: configValue })),
      ...Object.entries(CHANGED).map(([name, value]) => ({ name, value })),
    ],
  })),
});
await admin.disconnect();
