#!/bin/sh
# Waits for the server and makes the namespace, with how long the history of a finished case is kept there.
set -eu

until temporal operator cluster health --address "$TEMPORAL_ADDRESS" > /dev/null 2>&1; do sleep 1; done
temporal operator namespace describe --address "$TEMPORAL_ADDRESS" -n "$TEMPORAL_NAMESPACE" > /dev/null 2>&1 ||
  temporal operator namespace create --address "$TEMPORAL_ADDRESS" -n "$TEMPORAL_NAMESPACE" --retention 30d
