"""python3 publish.py BROKERS REGISTRY REP DAY ID

Publishes a deal of 1,250.00 that the rep has won on the day.
"""

import datetime
import sys

from confluent_kafka import Producer
from wire import Registry

brokers, registry_url, rep, day, deal_id = sys.argv[1:]
registry = Registry(registry_url)

# example:begin python-publish
closed = datetime.date.fromisoformat(day)
deal = {
    "eventId": f"{deal_id}-1",
    "source": "acme-crm",
    "sourceVersion": 1,
    "occurredAt": datetime.datetime.combine(closed, datetime.time(9, 30), datetime.timezone.utc),
    "change": {
        "status": "WON",
        "stage": "closed",
        "amountMinor": 125_000,  # cents
        "currency": None,  # the reporting currency
        "created": closed,
        "closed": closed,
        "expectedClose": None,
        "owner": rep,
        "credits": [],
    },
}

producer = Producer({
    "bootstrap.servers": brokers,
    "enable.idempotence": True,  # acks=all with it
    "partitioner": "murmur2_random",  # where Java puts the key; librdkafka's own default is another
})
refused = []
producer.produce(
    "upswing.crm.deals",
    key=deal_id,
    value=registry.encode("upswing.crm.deals", deal),
    on_delivery=lambda error, record: refused.append(error) if error else None,
)
producer.flush()
if refused:
    sys.exit(f"not published: {refused[0]}")
# example:end python-publish
print(f"published deal {deal_id}")
