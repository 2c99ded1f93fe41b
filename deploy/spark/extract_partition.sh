#!/bin/sh
# Extracts the claims of one partition: documents in JSON Lines on standard input, claims in JSON
# Lines on standard output.
#
#   extract_partition.sh SIMPUL ONTOLOGY
#
# An empty partition is no error, and neither is one whose documents can all not be read (status 65):
# a build on one machine skips them, too. What was skipped stands in the log of the executor.
set -u
IFS= read -r first || [ -n "$first" ] || exit 0
{
  printf '%s\n' "$first"
  cat
} | "$1" extract - --ontology "$2" --jobs 1 --no-cache
status=$?
[ "$status" -eq 65 ] && exit 0
exit "$status"
