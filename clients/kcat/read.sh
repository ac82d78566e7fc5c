#!/usr/bin/env bash
# read.sh BROKERS
# Lists the topics, then reads the keys of one and the watermarks of another.
set -euo pipefail
brokers=$1
# example:begin kcat-read
kcat -L -b "$brokers"
kcat -C -b "$brokers" -t upswing.kpi.current -o beginning -e -q -f '%k\n'
kcat -C -b "$brokers" -t upswing.crm.deals -o beginning -e -q -f '%k %h\n' # watermarks: no key, two headers
# example:end kcat-read
