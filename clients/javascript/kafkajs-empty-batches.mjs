// Import this before kafkajs.
//
// Compaction leaves a batch without records where the last ones of a producer were overwritten. If such a batch is all that is
// left to read of a segment, kafkajs 2.2.4 asks for its offset for ever (https://github.com/tulios/kafkajs/issues/1072): it
// knows only records, and so can't tell how far the batch reached. Here each batch whose last offset is gone ends in a record
// that no one sees, as a transaction's marker does, and kafkajs steps over both.
import { createRequire } from 'node:module';

// example:begin empty-batches
const require = createRequire(import.meta.url);
const path = require.resolve('kafkajs/src/protocol/recordBatch/v0/decoder');
const decode = require(path);
const COMMIT = Buffer.from([0, 0, 0, 1]);

require.cache[path].exports = async (decoder) => {
  const { records, ...batchContext } = await decode(decoder);
  const last = (BigInt(batchContext.firstOffset) + BigInt(batchContext.lastOffsetDelta)).toString();
  if (records.at(-1)?.offset !== last) {
    records.push({ offset: last, key: COMMIT, value: null, headers: {}, isControlRecord: true, batchContext });
  }
  return { ...batchContext, records };
};
// example:end empty-batches
