// node encode.mjs REGISTRY kafkajs|confluent TOPIC <VALUE.json >VALUE.avro
// Writes a value in the registry's wire format, for producers that send bytes, such as kcat.
import { readFileSync, writeFileSync } from 'node:fs';
import { registries } from './registries.mjs';

const [registryUrl, client, topic] = process.argv.slice(2);
const { encode } = registries[client](registryUrl);
writeFileSync(process.stdout.fd, await encode(topic, JSON.parse(readFileSync(process.stdin.fd, 'utf8'))));
