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
program=.build/release/simpul
failed=
# Nothing that earlier builds kept: what is read here is what this program makes.
export SIMPUL_CACHE=off

fail() {
  failed="$failed${failed:+; }$1"
}

run() {
  check=$1
  echo "readers: $check"
  shift
  "$@" || fail "$check"
}

run "the checks themselves" "$python" -W ignore::DeprecationWarning -m unittest discover -q -s Tests/Readers -p "test_*.py"
if [ -d .build/reader-samples ]; then
  run "Turtle of random statements" "$python" Tests/Readers/check_samples.py .build/reader-samples
else
  echo "readers: no samples of Turtle; 'make test' writes them"
fi
if [ -f "$exports/graph.nq" ]; then
  run "vocabulary and shapes" "$python" Tests/Readers/check_ontology.py ontology "$exports/graph.nq"
  run "$exports" "$python" Tests/Readers/check_exports.py "$exports" --corpus "$corpus" --pack ontology
  run "the report for programs" "$python" Tests/Readers/check_report_schema.py "$exports/report.json"
else
  echo "readers: $exports/graph.nq is missing; run 'make exports'" >&2
  fail "no exports"
fi
run "gazetteer" "$python" Tests/Readers/check_gazetteer.py
run "annotations of the corpus and of the held-out texts" "$python" Scripts/check-gold.py
run "the corpus' Word file" "$python" Scripts/make-example-docx.py --check
if [ -x "$program" ]; then
  run "manual and --help" sh Tests/Readers/check_manual.sh "$program" man/simpul.1
  run "graphs in every format" "$python" Tests/Readers/check_graphs.py "$program" ontology "$exports/graph.nq"
  run "what is held back" "$python" Tests/Readers/check_privacy.py "$program" "$corpus" ontology
  run "bibliographies" "$python" Tests/Readers/check_bibliography.py "$program"
  run "claims and their schema" "$python" Tests/Readers/check_claims_schema.py "$program" "$corpus"
  run "queries" "$python" Tests/Readers/check_queries.py "$program" "$exports/graph.nq"
  run "hostile texts" "$python" Tests/Readers/check_hostile.py "$program"
  run "progress on a terminal" "$python" Tests/Readers/check_terminal.py "$program"
  run "tour of the READMEs" "$python" Tests/Readers/check_tour.py "$program"
  run "extraction against annotations" "$python" Tests/Readers/check_extraction.py "$program"
  run "the measure of simpul evaluate" "$python" Tests/Readers/check_evaluate.py "$program"
  run "noisy documents" "$python" Tests/Readers/check_noise.py "$program"
else
  echo "readers: $program is missing; run 'make build'" >&2
  fail "no program"
fi
if [ -n "$failed" ]; then
  # The last line of a long output is the one that is read.
  echo "readers: failed: $failed" >&2
  exit 1
fi
