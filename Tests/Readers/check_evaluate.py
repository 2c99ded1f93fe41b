#!/usr/bin/env python3
"""Holds the figures of `simpul evaluate` against those of an independent implementation.

    check_evaluate.py PROGRAM

Builds two sets of documents with PROGRAM, turns each export into predictions with predict.py, scores
them with score.py of $SIMPUL_SHARED/gold (by default ../shared/gold), and compares every count, of
each class, predicate and document, with what `simpul evaluate --gold` says of the same documents, by
the lenient and by the strict measure:

- the shared corpus against $SIMPUL_SHARED/gold/dev
- Examples/corpus against Tests/ExtractionTests/Gold

Without the shared folder the check is skipped, and says so; with SIMPUL_REQUIRE_SHARED=1 that is a
failure. Exit status: 0 no fault or skipped, 1 faults, 2 unusable arguments.
"""

import json
import os
import pathlib
import sys
import tempfile

from check_extraction import ROOT, run, scorer
from faults import Faults

# The annotators' name of a class is not the vocabulary's.
CLASSES = {"SOP": "Procedure"}


def counts(tallies):
    """Counts by name, without what nobody counted."""
    return {CLASSES.get(name, name): tuple(tally) for name, tally in tallies.items() if any(tally)}


def own_counts(figures):
    return {name: (f["hits"], f["falseAlarms"], f["misses"]) for name, f in figures.items()}


def compare(name, measure, expected, found, faults):
    for key in sorted(set(expected) | set(found)):
        if expected.get(key) != found.get(key):
            faults.add(name, f"{measure} of {key} differ",
                       f"{found.get(key)}, and {expected.get(key)} by score.py")


def check(name, program, corpus, gold, scripts, score, faults):
    with tempfile.TemporaryDirectory() as folder:
        exports, predictions = pathlib.Path(folder, "exports"), pathlib.Path(folder, "predictions")
        run(program, "build", corpus, "-o", exports, "--formats", "nquads", "--ontology", ROOT / "ontology")
        run(sys.executable, scripts / "predict.py", exports / "graph.nq", predictions)
        for leniency in ("lenient", "strict"):
            is_lenient = leniency == "lenient"
            entities, relations, documents = score.run(
                str(gold), str(predictions), is_lenient, is_lenient, is_lenient)
            own = json.loads(run(
                program, "evaluate", corpus, "--gold", gold, "--to", "json", "--list", "none",
                "--ontology", ROOT / "ontology", f"--{leniency}"))
            place = f"{name}, {leniency}"
            compare(place, "entities", counts(entities), own_counts(own["entities"]), faults)
            compare(place, "relations", counts(relations), own_counts(own["relations"]), faults)
            solid = score.micro({k: v for k, v in relations.items() if k in score.SOLID})
            compare(place, "solid relations", {"SOLID": tuple(solid)},
                    own_counts({"SOLID": own["solid"]}), faults)
            expected = {file.removesuffix(".json"): (e, r) for file, e, r in documents}
            figures = {
                d["name"]: tuple((d[k]["precision"], d[k]["recall"], d[k]["f1"])
                                 for k in ("entities", "relations"))
                for d in own["documents"]}
            compare(place, "figures", expected, figures, faults)
            faults.note(
                f"{place}: F1 of entities {own['allEntities']['f1']:.3f}, "
                f"relations {own['allRelations']['f1']:.3f}, solid {own['solid']['f1']:.3f}")


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    program = pathlib.Path(sys.argv[1]).resolve()
    shared = pathlib.Path(os.environ.get("SIMPUL_SHARED", ROOT.parent / "shared")).resolve()
    scripts = shared / "gold"
    if not (scripts / "score.py").exists():
        print(f"SKIPPED: {scripts} is not there, so there is nothing to compare with")
        return 1 if os.environ.get("SIMPUL_REQUIRE_SHARED") == "1" else 0
    faults = Faults()
    score = scorer(scripts / "score.py")
    check("shared corpus", program, shared / "corpus", scripts / "dev", scripts, score, faults)
    check("Examples/corpus", program, ROOT / "Examples" / "corpus",
          ROOT / "Tests" / "ExtractionTests" / "Gold", scripts, score, faults)
    return faults.finish()


if __name__ == "__main__":
    sys.exit(main())
