#!/bin/sh
# Reads what Simpul writes with programs that it does not share a line of code with.
#
#   run.sh [EXPORTS [CORPUS]]      exports and Examples/corpus by default
#
# $PYTHON must have what requirements.txt names. Runs every check and fails if one of them did.
set -u
readers=$(cd "$(dirname "$0")" && pwd)
cd "$readers/../.."
python=${PYTHON:-python3}
exports=${1:-exports}
corpus=${2:-Examples/corpus}
status=0

run() {
  echo "readers: $1"
  shift
  "$@" || status=1
}

run "the checks themselves" "$python" -W ignore::DeprecationWarning -m unittest discover -q -s Tests/Readers -p "test_*.py"
if [ -d .build/reader-samples ]; then
  run "Turtle of random statements" "$python" Tests/Readers/check_samples.py .build/reader-samples
else
  echo "readers: no samples of Turtle; 'make test' writes them"
fi
if [ -f "$exports/graph.nq" ]; then
  run "vocabulary and shapes" "$python" Tests/Readers/check_ontology.py ontology "$exports/graph.nq"
  run "$exports" "$python" Tests/Readers/check_exports.py "$exports" --corpus "$corpus"
else
  echo "readers: $exports/graph.nq is missing; run 'make exports'" >&2
  status=1
fi
if [ -x .build/release/simpul ]; then
  run "manual and --help" sh Tests/Readers/check_manual.sh .build/release/simpul man/simpul.1
fi
exit $status
