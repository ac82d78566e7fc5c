// The two registry clients, behind the same two functions. An application needs one of them.
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import { AvroDeserializer, AvroSerializer, SchemaRegistryClient, SerdeType } from '@confluentinc/schemaregistry';

// example:begin registries
/** `@kafkajs/confluent-schema-registry`. */
function kafkajs(url) {
  const registry = new SchemaRegistry({ host: url });
  return {
    // The schema that is registered last for the topic; publishing registers none.
    encode: async (topic, value) => registry.encode(await registry.getLatestSchemaId(`${topic}-value`), value),
    decode: (topic, value) => registry.decode(value),
  };
}

/** `@confluentinc/schemaregistry`, Confluent's own. */
function confluent(url) {
  const client = new SchemaRegistryClient({ baseURLs: [url] });
  const serializer = new AvroSerializer(client, SerdeType.VALUE, { autoRegisterSchemas: false, useLatestVersion: true });
  const deserializer = new AvroDeserializer(client, SerdeType.VALUE, {});
  return {
    encode: (topic, value) => serializer.serialize(topic, value),
    decode: (topic, value) => deserializer.deserialize(topic, value),
  };
}

export const registries = { kafkajs, confluent };
// example:end registries
