#!/usr/bin/env python3
"""Checks report.json of some exports against docs/report.schema.json, and its counts against its lists.

    check_report_schema.py REPORT...

Exit status: 0 no fault, 1 faults.
"""

import json
import pathlib
import sys

import jsonschema

from faults import Faults

ROOT = pathlib.Path(__file__).resolve().parents[2]


def check(faults, path, validator):
    report = json.loads(path.read_text(encoding="utf-8"))
    for error in validator.iter_errors(report):
        faults.add(path.name, "not as the schema says", f"{error.json_path}: {error.message[:200]}")
    counts = report["counts"]
    sums = {
        "documents": len(report["documents"]),
        "skipped": len(report["skipped"]),
        "conflicts": len(report["conflicts"]),
        "things": sum(entry["count"] for entry in report["things"]),
        "facts": sum(entry["count"] for entry in report["facts"]),
        "claims": sum(entry["claims"] for entry in report["documents"]),
    }
    for name, number in sums.items():
        if counts[name] != number:
            faults.add(path.name, "a count differs from its list", f"{name}: {counts[name]}, {number} in the list")
    faults.note(f"{counts['documents']} documents, {len(report['lowConfidence'])} facts of little confidence, "
                f"{len(report['findings'])} findings")


def main():
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    schema = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    faults = Faults()
    for path in map(pathlib.Path, sys.argv[1:]):
        check(faults, path, validator)
    return faults.finish()


if __name__ == "__main__":
    sys.exit(main())
