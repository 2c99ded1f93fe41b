#!/usr/bin/env python3
"""Checks what `simpul extract` writes against docs/claims.schema.json.

    check_claims_schema.py PROGRAM INPUT...

Beyond the schema, every position must be that of an entity, the first entity must be the document,
and a passage must be as long as its quote (`simpul extract` never shortens one). Exit status: 0 no
fault, 1 faults, 2 unusable arguments.
"""

import json
import pathlib
import subprocess
import sys

import jsonschema

from faults import Faults

ROOT = pathlib.Path(__file__).resolve().parents[2]


def positions(document):
    """Every position of an entity that a line holds."""
    for entity in document["entities"]:
        for linked in entity["links"].values():
            yield from linked
    for mention in document["mentions"]:
        yield mention["entity"]
    for claim in document["claims"]:
        yield claim["subject"]
        yield from (claim[name] for name in ("within",) if name in claim)
        yield from (claim["object"][name] for name in ("entity",) if name in claim["object"])


def check(number, document, validator, faults):
    where = f"line {number}"
    errors = list(validator.iter_errors(document))
    for error in errors:
        faults.add(where, "not as the schema says", f"{error.json_path}: {error.message[:200]}")
    if errors:
        return
    count = len(document["entities"])
    for position in positions(document):
        if position >= count:
            faults.add(where, "position beyond the entities", str(position))
    if document["entities"][0]["entityClass"] != "Document":
        faults.add(where, "the first entity is not the document")
    for claim in document["claims"]:
        passage, quote = claim["evidence"]["passage"], claim["evidence"]["quote"]
        if passage["end"] - passage["start"] != len(quote):
            faults.add(where, "passage and quote differ in length", claim["id"])


def main():
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        return 2
    schema = json.loads((ROOT / "docs" / "claims.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    output = subprocess.run(
        [sys.argv[1], "extract", *sys.argv[2:]], stdout=subprocess.PIPE, check=True).stdout
    faults = Faults()
    lines = output.decode("utf-8").splitlines()
    claims = 0
    for number, line in enumerate(lines, 1):
        document = json.loads(line)
        claims += len(document.get("claims", []))
        check(number, document, validator, faults)
    if not claims:
        faults.add("output", "no claim in it")
    faults.note(f"{len(lines)} lines, {claims} claims")
    return faults.finish()


if __name__ == "__main__":
    sys.exit(main())
