#!/bin/sh
# Runs the fuzzer on one target.
#
#   fuzz.sh PROGRAM TARGET SECONDS
#
# Inputs that reach something new are kept in .build-fuzz/corpus/TARGET, which begins with the texts
# of the W3C suites below $SIMPUL_SHARED (../shared by default), or with the documents of the tests.
# An input that breaks a rule is left
# as .build-fuzz/found/TARGET-*; `PROGRAM TARGET FILE` runs it again.
set -eu
program=$1
target=$2
seconds=$3
shared=${SIMPUL_SHARED:-../shared}
corpus=.build-fuzz/corpus/$target
dictionary=.build-fuzz/corpus/$target.dict
mkdir -p "$corpus" .build-fuzz/found

case $target in
  ntriples) folder=rdf-n-triples ending=nt ;;
  nquads) folder=rdf-n-quads ending=nq ;;
  turtle) folder=rdf-turtle ending=ttl ;;
  trig) folder=rdf-trig ending=trig ;;
  rdfxml) folder=rdf-xml ending=rdf ;;
  *) folder= ;;
esac
if [ -n "$folder" ]; then
  for version in rdf11 rdf12; do
    suite=$shared/conformance/w3c/$version/$folder
    if [ -d "$suite" ]; then
      find "$suite" -name "*.$ending" -exec cp {} "$corpus" \;
    else
      echo "fuzz.sh: $suite is not here; the fuzzer begins without its texts" >&2
    fi
  done
fi

if [ "$target" = jsonld ]; then
  suite=$shared/conformance/w3c/json-ld
  if [ -d "$suite" ]; then
    find "$suite" -name '*.jsonld' -size -4k -exec cp {} "$corpus" \;
  else
    echo "fuzz.sh: $suite is not here; the fuzzer begins without its texts" >&2
  fi
fi

longest=4096
if [ "$target" = documents ]; then
  longest=65536
  find Tests/DocumentsTests/Fixtures -type f ! -name '*.pdf' ! -name README.md -exec cp {} "$corpus" \;
fi

"$program" "$target" --dictionary > "$dictionary"
# With a backtrace, a crash would not end.
SWIFT_BACKTRACE=enable=no exec "$program" "$target" -dict="$dictionary" -max_total_time="$seconds" \
  -timeout=10 -rss_limit_mb=1024 -max_len="$longest" -print_final_stats=1 \
  -artifact_prefix=".build-fuzz/found/$target-" "$corpus"
