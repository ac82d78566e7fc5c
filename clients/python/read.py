"""python3 read.py BROKERS REGISTRY TOPIC

Prints a line of JSON for each committed record of a topic, up to its present end.
"""

import json
import sys
import uuid

from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaError, KafkaException, TopicPartition
from wire import Registry

brokers, registry_url, topic = sys.argv[1:]
registry = Registry(registry_url)

# example:begin python-read
consumer = Consumer({
    "bootstrap.servers": brokers,
    "group.id": f"acme-dashboard-{uuid.uuid4()}",
    "isolation.level": "read_committed",  # the default
    "enable.auto.commit": False,
    "enable.partition.eof": True,  # tells the end, which may lie behind markers of transactions
})
unfinished = set(consumer.list_topics(topic).topics[topic].partitions)
consumer.assign([TopicPartition(topic, partition, OFFSET_BEGINNING) for partition in unfinished])
while unfinished:
    record = consumer.poll(10)
    if record is None:
        continue
    if record.error():
        if record.error().code() != KafkaError._PARTITION_EOF:
            raise KafkaException(record.error())
        unfinished.discard(record.partition())
        continue
    said = {"partition": record.partition(), "offset": str(record.offset())}
    if record.key() is None:
        # A watermark, in crm.*, org.*, rules and commands: nothing to decode.
        said["dayClosed"] = dict(record.headers())["day-closed"].decode()
    else:
        # Without a value the key is erased: in names and notes, and in compacted topics.
        said["key"] = record.key().decode()
        said["value"] = None if record.value() is None else registry.decode(record.value())
    print(json.dumps(said, default=str))
consumer.close()
# example:end python-read
