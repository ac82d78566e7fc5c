"""python3 publish.py BROKERS REGISTRY REP DAY ID

Publishes a deal of 1,250.00 that the rep has won on the day, and a call on the same day.
"""

import datetime
import sys

from confluent_kafka import Producer
from wire import Registry

brokers, registry_url, rep, day, deal_id = sys.argv[1:]
registry = Registry(registry_url)

# example:begin python-publish
date = datetime.date.fromisoformat(day)


def at(hour, minute):
    return datetime.datetime.combine(date, datetime.time(hour, minute), datetime.timezone.utc)


deal = {
    "eventId": f"{deal_id}-1",
    "source": "acme-crm",
    "sourceVersion": 1,
    "occurredAt": at(9, 30),
    "change": {
        "status": "WON",
        "stage": "closed",
        "amountMinor": 125_000,  # cents
        "currency": None,  # the reporting currency
        "created": date,
        "closed": date,
        "expectedClose": None,
        "owner": rep,
        "credits": [],
    },
}
activity = {
    "eventId": f"{deal_id}-call-1",
    "source": "acme-crm",
    "sourceVersion": 1,
    "occurredAt": at(9, 0),
    "change": {
        "kind": "CALL",
        "status": "DONE",
        "happened": date,
        "logged": None,
        "owner": rep,
        "deal": deal_id,
        "lead": None,
        "channel": None,
    },
}

producer = Producer({
    "bootstrap.servers": brokers,
    "enable.idempotence": True,  # acks=all with it
    "partitioner": "murmur2_random",  # where Java puts the key; librdkafka's own default is another
})
refused = []
for topic, key, event in [
    ("upswing.crm.deals", deal_id, deal),
    ("upswing.crm.activities", f"{deal_id}-call", activity),
]:
    producer.produce(
        topic,
        key=key,
        value=registry.encode(topic, event),
        on_delivery=lambda error, record: refused.append(error) if error else None,
    )
producer.flush()
if refused:
    sys.exit(f"not published: {refused[0]}")
# example:end python-publish
print(f"published deal {deal_id} and activity {deal_id}-call")
