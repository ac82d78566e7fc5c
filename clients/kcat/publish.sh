#!/usr/bin/env bash
# publish.sh BROKERS REGISTRY DEAL.json KEY...
# Publishes the deal under each of the keys.
set -euo pipefail
brokers=$1
registry=$2
deal=$3
cd "$(dirname "$0")/../.."
# example:begin kcat-publish
node clients/javascript/encode.mjs "$registry" confluent upswing.crm.deals <"$deal" >"$deal.avro"
for key in "${@:4}"; do
    kcat -P -b "$brokers" -X topic.partitioner=murmur2_random -t upswing.crm.deals -k "$key" "$deal.avro"
done
# example:end kcat-publish
